"""Pages of policy files, and the forms of advocacy."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.enums.advocacy import OutcomeState, PolicyStage
from campaigns.forms.advocacy import ActionForm, SignaturesForm
from campaigns.listing.advocacy import label_of
from campaigns.models import AdvocacyAction, Petition, PolicyFile
from campaigns.queries.advocacy import asked_in, happenings_of, petitions_of
from campaigns.services.advocacy import actions as services
from campaigns.views.working import WorkView
from core.models import PublicRecord
from core.views.records import RecordView


class PolicyView(RecordView):
    """What is asked in a file, how far it has come, and everything that happened on it."""

    model = PolicyFile
    template_name = "campaigns/advocacy/policy_detail.html"
    page = "policy"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing().with_stage_today()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        policy_file: Any = record
        happenings = happenings_of(policy_file, request.user)
        return {
            "happenings": happenings,
            "asked": asked_in(policy_file, happenings),
            "petitions": petitions_of(request.user, policy_file=policy_file),
            "stage_shown": label_of(PolicyStage, policy_file.stage),
            "outcome_shown": label_of(OutcomeState, policy_file.outcome),
            "may_change": request.user.has_perm("campaigns.change_policyfile", policy_file),
            "may_act": request.user.has_perm("campaigns.add_advocacyaction"),
        }


class NewActionView(WorkView):
    form_class = ActionForm
    permission = "add_advocacyaction"
    title = _("Log a meeting or another action")
    button = _("Log it")
    done = _("The action is logged under its policy file.")

    def records(self, request: HttpRequest) -> Any:
        return PolicyFile.objects.visible_to(request.user)

    def is_allowed(self, request: HttpRequest) -> bool:
        return request.user.has_perm("campaigns.add_advocacyaction")

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        asked = request.GET.get("recommendation", "")
        initial = {"recommendation": int(asked)} if asked.isdecimal() and len(asked) < 10 else {}
        return {"user": request.user, "policy_file": record, "initial": initial}

    def save(self, request: HttpRequest, form: Any, record: Any) -> PolicyFile:
        services.record_action(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Logged by form"),
            entry=form.entry(),
            today=timezone.localdate(),
        )
        return record


class EditActionView(WorkView):
    form_class = ActionForm
    permission = "change_advocacyaction"
    title = _("Change what was logged")
    button = _("Save")
    done = _("The action is changed.")

    def found(self, request: HttpRequest) -> AdvocacyAction:
        rows = AdvocacyAction.objects.visible_to(request.user).select_related("policy_file", "partner", "project")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"user": request.user, "policy_file": record.policy_file, "action": record}

    def save(self, request: HttpRequest, form: Any, record: Any) -> AdvocacyAction:
        return services.change_action(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Changed by form"),
            action=record,
            entry=form.entry(),
            today=timezone.localdate(),
        )


class SignaturesView(WorkView):
    """Partners count the signatures of a petition."""

    form_class = SignaturesForm
    title = _("Count signatures")
    button = _("Save")
    done = _("The count is saved.")

    def found(self, request: HttpRequest) -> Petition:
        rows = Petition.objects.visible_to(request.user).select_related("policy_file", "campaign__lead")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def is_allowed(self, request: HttpRequest) -> bool:
        """A campaign's petition is its lead partner's; another one any partner's."""
        if self.record.campaign:
            return request.user.has_perm("campaigns.change_campaign", self.record.campaign)
        return request.user.has_perm("campaigns.add_advocacyaction")

    def save(self, request: HttpRequest, form: Any, record: Any) -> Petition:
        services.count_signatures(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Counted by form"),
            petition=record,
            today=timezone.localdate(),
            **form.cleaned_data,
        )
        return record
