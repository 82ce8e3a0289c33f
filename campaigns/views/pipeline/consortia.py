"""Who joins a purchasing consortium and who leaves it; what they are affiliated with follows."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.forms.memberships import LeavingForm, MemberForm
from campaigns.views.working import WorkView
from core.lookup import find
from procurement.models import ConsortiumMember, Procurer
from procurement.services.consortia import add_consortium_member, end_consortium_membership


class ConsortiumWork(WorkView):
    """The form's page comes back to the consortium's own."""

    def records(self, request: HttpRequest) -> Any:
        return Procurer.objects.visible_to(request.user).select_related("organisation")

    def is_allowed(self, request: HttpRequest) -> bool:
        return request.user.has_perm("campaigns.keep_consortium")

    def next_address(self, saved: Any) -> str:
        return f"{saved.consortium.get_absolute_url()}#consortium"


class NewMemberView(ConsortiumWork):
    form_class = MemberForm
    title = _("Add a member")
    lead = _("Where the consortium is affiliated, the member is affiliated through it from the day it joined.")
    button = _("Add the member")
    done = _("The member is added. Its affiliations follow those of the consortium.")

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"initial": {"joined_on": timezone.localdate()}}

    def save(self, request: HttpRequest, form: Any, record: Any) -> ConsortiumMember:
        return add_consortium_member(
            actor=request.user,  # type: ignore[arg-type]
            consortium=record,
            today=timezone.localdate(),
            **form.cleaned_data,
        )


class EndMembershipView(ConsortiumWork):
    form_class = LeavingForm
    title = _("Leaving the consortium")
    lead = _("What the member has through the consortium lapses that day.")
    button = _("Record that it left")
    done = _("It is recorded that the member left. What it had through the consortium has lapsed.")

    def found(self, request: HttpRequest) -> Any:
        self.consortium = find(self.records(request), self.kwargs["public_id"])
        rows = ConsortiumMember.objects.visible_to(request.user).filter(consortium=self.consortium).for_listing()
        self.membership = get_object_or_404(rows, pk=self.kwargs["pk"])
        return self.membership.member

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"initial": {"left_on": timezone.localdate()}}

    def save(self, request: HttpRequest, form: Any, record: Any) -> ConsortiumMember:
        return end_consortium_membership(
            actor=request.user,  # type: ignore[arg-type]
            membership=self.membership,
            today=timezone.localdate(),
            **form.cleaned_data,
        )
