"""Groups with their members, questions and meetings; threads for the moderation of last resort."""

from django.contrib import admin

from campaigns.models import (
    AssessmentAnswer,
    AssessmentQuestion,
    DigestSubscription,
    GroupMembership,
    GroupPost,
    GroupResource,
    GroupThread,
    GroupWorkshop,
    QuotedGroupSize,
    WorkingGroup,
)
from campaigns.queries.histories import GROUP
from core.admin.base import RecordAdmin, RecordInline


class QuotedSizeInline(RecordInline):
    model = QuotedGroupSize


class QuestionInline(RecordInline):
    model = AssessmentQuestion


@admin.register(WorkingGroup)
class WorkingGroupAdmin(RecordAdmin):
    history = GROUP
    list_display = ("name", "public_id", "kind", "convener", "country", "starts_on", "is_demo", "updated_at")
    list_filter = ("kind", "is_demo")
    search_fields = ("search_text", "public_id")
    ordering = ("sort_key", "pk")
    groups = (
        (None, ("name", "name_local", "name_local_lang", "kind", "purpose", "recruitment_criteria")),
        (None, ("convener", "country", "project", "starts_on", "ends_on", "source")),
    )
    inlines = (QuotedSizeInline, QuestionInline)


@admin.register(GroupMembership)
class GroupMembershipAdmin(RecordAdmin):
    list_display = ("organisation", "group", "role", "joined_on", "left_on", "is_demo")
    list_select_related = ("organisation", "group")
    list_filter = ("role", "is_demo")
    search_fields = ("organisation__search_text", "group__search_text")
    ordering = ("group", "organisation__sort_key", "pk")
    groups = ((None, ("group", "organisation", "role", "joined_on", "left_on", "source")),)


@admin.register(GroupWorkshop)
class GroupWorkshopAdmin(RecordAdmin):
    list_display = ("topic", "group", "held_on", "place", "is_demo")
    list_select_related = ("group",)
    list_filter = ("is_demo",)
    search_fields = ("topic", "group__search_text")
    date_hierarchy = "held_on"
    ordering = ("-held_on", "pk")
    groups = ((None, ("group", "topic", "held_on", "place", "outcome", "activity")),)


@admin.register(GroupResource)
class GroupResourceAdmin(RecordAdmin):
    list_display = ("title", "group", "url", "is_public", "is_demo")
    list_select_related = ("group",)
    list_filter = ("is_public", "is_demo")
    search_fields = ("title", "group__search_text")
    ordering = ("title", "pk")
    groups = ((None, ("group", "title", "url", "description", "is_public")),)


@admin.register(AssessmentAnswer)
class AssessmentAnswerAdmin(RecordAdmin):
    list_display = ("question", "membership", "answered_on", "text", "number", "is_demo")
    list_select_related = ("question", "membership__organisation")
    list_filter = ("is_demo",)
    search_fields = ("question__text", "membership__organisation__search_text")
    ordering = ("-answered_on", "pk")
    groups = ((None, ("question", "membership", "answered_on", "text", "number")),)


@admin.register(GroupThread)
class GroupThreadAdmin(RecordAdmin):
    list_display = ("title", "public_id", "group", "is_pinned", "is_closed", "is_demo")
    list_select_related = ("group",)
    list_filter = ("is_closed", "is_pinned", "is_demo")
    search_fields = ("title", "public_id")
    ordering = ("-pk",)
    groups = ((None, ("group", "title", "is_pinned", "is_closed")),)


@admin.register(GroupPost)
class GroupPostAdmin(RecordAdmin):
    list_display = ("thread", "organisation", "posted_at", "hidden_at", "is_demo")
    list_select_related = ("thread", "organisation")
    list_filter = ("is_demo",)
    search_fields = ("thread__title", "body")
    ordering = ("-posted_at", "pk")
    groups = (
        (None, ("thread", "author", "organisation", "body", "posted_at", "hidden_at", "hidden_by", "hidden_reason")),
    )


@admin.register(DigestSubscription)
class DigestSubscriptionAdmin(RecordAdmin):
    list_display = ("user", "group", "frequency", "covered_until")
    list_select_related = ("user", "group")
    list_filter = ("frequency",)
    search_fields = ("user__email", "group__search_text")
    ordering = ("pk",)
    groups = ((None, ("user", "group", "frequency", "covered_until")),)
