"""Policy files with their steps, actions, petitions and public offices."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from campaigns.models import (
    ActionAddressee,
    ActivityPolicyFile,
    AdvocacyAction,
    DecisionMaker,
    Petition,
    PetitionCount,
    PolicyFile,
    PolicyOutcome,
    PolicyRecommendation,
    PolicyStep,
    Position,
)
from campaigns.queries.histories import POLICY
from core.admin.base import RecordAdmin, RecordInline


class RecommendationInline(RecordInline):
    model = PolicyRecommendation


class StepInline(RecordInline):
    model = PolicyStep


class OutcomeInline(RecordInline):
    model = PolicyOutcome


class PositionInline(RecordInline):
    model = Position


class AddresseeInline(RecordInline):
    model = ActionAddressee


class CountInline(RecordInline):
    model = PetitionCount


class OfPolicyFileAdmin(RecordAdmin):
    """What belongs to a policy file; its own page is better for changing several at once."""

    list_select_related = ("policy_file",)
    list_filter = ("is_demo",)
    search_fields = ("policy_file__search_text",)
    ordering = ("policy_file", "pk")


@admin.register(PolicyFile)
class PolicyFileAdmin(RecordAdmin):
    history = POLICY
    list_display = ("name", "public_id", "level", "institution", "country", "opened_on", "is_demo", "updated_at")
    list_filter = ("level", "is_demo")
    search_fields = ("search_text", "public_id", "reference")
    ordering = ("sort_key", "pk")
    groups = (
        (_("What"), ("name", "name_local", "name_local_lang", "summary", "reference", "url")),
        (_("Where it is decided"), ("level", "institution", "country", "opened_on")),
        (_("Who keeps it"), ("project", "partner")),
        (_("Sources"), ("source",)),
    )
    inlines = (RecommendationInline, StepInline, OutcomeInline, PositionInline)


@admin.register(PolicyStep)
class PolicyStepAdmin(OfPolicyFileAdmin):
    list_display = ("policy_file", "stage", "happened_on", "is_demo")
    list_filter = ("stage", "is_demo")
    groups = ((None, ("policy_file", "stage", "happened_on", "note", "source")),)


@admin.register(PolicyRecommendation)
class PolicyRecommendationAdmin(OfPolicyFileAdmin):
    list_display = ("ask", "policy_file", "publication", "is_demo")
    list_select_related = ("policy_file", "publication")
    search_fields = ("ask", "policy_file__search_text")
    groups = ((None, ("policy_file", "ask", "position", "publication", "source")),)


@admin.register(PolicyOutcome)
class PolicyOutcomeAdmin(OfPolicyFileAdmin):
    list_display = ("policy_file", "recommendation", "state", "decided_on", "is_demo")
    list_select_related = ("policy_file", "recommendation")
    list_filter = ("state", "is_demo")
    groups = ((None, ("policy_file", "recommendation", "state", "decided_on", "note", "source")),)


@admin.register(Position)
class PositionAdmin(OfPolicyFileAdmin):
    list_display = ("organisation", "policy_file", "agreed_on", "is_public", "is_demo")
    list_select_related = ("policy_file", "organisation")
    list_filter = ("is_public", "is_demo")
    groups = ((None, ("policy_file", "organisation", "text", "agreed_on", "url", "is_public")),)


@admin.register(DecisionMaker)
class DecisionMakerAdmin(RecordAdmin):
    list_display = ("office", "institution", "country", "is_demo")
    list_filter = ("is_demo",)
    search_fields = ("office", "institution__search_text")
    ordering = ("office", "pk")
    groups = ((None, ("office", "institution", "country")),)


@admin.register(AdvocacyAction)
class AdvocacyActionAdmin(RecordAdmin):
    list_display = ("kind", "policy_file", "partner", "project", "happened_on", "is_public", "is_demo")
    list_select_related = ("policy_file", "partner__organisation", "project")
    list_filter = ("kind", "is_public", "is_demo")
    search_fields = ("policy_file__search_text", "partner__organisation__search_text", "subject")
    date_hierarchy = "happened_on"
    ordering = ("-happened_on", "pk")
    groups = (
        (_("What"), ("kind", "policy_file", "recommendation", "happened_on", "subject", "response")),
        (_("Who"), ("project", "partner", "activity")),
        (_("Who may see it"), ("is_public",)),
    )
    inlines = (AddresseeInline,)


@admin.register(ActionAddressee)
class ActionAddresseeAdmin(RecordAdmin):
    list_display = ("action", "decision_maker", "is_demo")
    list_select_related = ("action", "decision_maker__institution", "decision_maker__country")
    list_filter = ("is_demo",)
    search_fields = ("action__policy_file__search_text", "decision_maker__office")
    ordering = ("-action", "pk")
    groups = ((None, ("action", "decision_maker")),)


@admin.register(Petition)
class PetitionAdmin(RecordAdmin):
    list_display = ("title", "policy_file", "campaign", "target", "opened_on", "closed_on", "is_demo")
    list_select_related = ("policy_file", "campaign")
    list_filter = ("is_demo",)
    search_fields = ("title",)
    ordering = ("title", "pk")
    groups = ((None, ("title", "policy_file", "campaign", "url", "addressed_to", "target", "opened_on", "closed_on")),)
    inlines = (CountInline,)


@admin.register(PetitionCount)
class PetitionCountAdmin(RecordAdmin):
    list_display = ("petition", "counted_on", "signatures", "is_demo")
    list_select_related = ("petition",)
    list_filter = ("is_demo",)
    search_fields = ("petition__title",)
    date_hierarchy = "counted_on"
    ordering = ("-counted_on", "pk")
    groups = ((None, ("petition", "counted_on", "signatures")),)


@admin.register(ActivityPolicyFile)
class ActivityPolicyFileAdmin(RecordAdmin):
    list_display = ("activity", "policy_file", "is_demo")
    list_select_related = ("activity", "policy_file")
    list_filter = ("is_demo",)
    search_fields = ("activity__search_text", "policy_file__search_text")
    ordering = ("-activity", "pk")
    groups = ((None, ("activity", "policy_file")),)
