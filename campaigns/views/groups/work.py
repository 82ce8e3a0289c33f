"""What members and moderators enter: members, workshops, resources, answers."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.forms.groups import AssessmentForm, LeavingForm, MemberForm, ResourceForm, WorkshopForm
from campaigns.models import GroupMembership, WorkingGroup
from campaigns.queries.groups import Standing, standing_of
from campaigns.services.groups.assessment import answer_assessment, latest_answers
from campaigns.services.groups.membership import add_member, end_membership, record_workshop, share_resource
from campaigns.views.working import WorkView


class GroupFormView(WorkView):
    """One form on a group, for its moderators unless `allows` says otherwise. The group's page comes next."""

    button = _("Save")
    record: WorkingGroup
    standing: Standing

    def records(self, request: HttpRequest) -> Any:
        return WorkingGroup.objects.visible_to(request.user)

    def allows(self) -> bool:
        return self.standing.moderates

    def is_allowed(self, request: HttpRequest) -> bool:
        self.standing = standing_of(request.user, self.record)
        return self.allows()

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {}

    def save(self, request: HttpRequest, form: Any, record: Any) -> WorkingGroup:
        self.enter(actor=request.user, group=record, **form.cleaned_data)
        group: WorkingGroup = record
        return group

    def enter(self, **entry: Any) -> None:
        """Calls the service with `actor`, `group` and what the form holds."""
        raise NotImplementedError


class MemberView(GroupFormView):
    title, done, form_class = _("Add a member"), _("The organisation is a member."), MemberForm

    def enter(self, **entry: Any) -> None:
        add_member(today=timezone.localdate(), **entry)


class LeavingView(GroupFormView):
    title, done, form_class = _("End a membership"), _("The membership has ended."), LeavingForm

    def enter(self, **entry: Any) -> None:
        standing = GroupMembership.objects.filter(group=entry.pop("group"), left_on__isnull=True)
        membership = get_object_or_404(standing, pk=self.kwargs["membership"])
        end_membership(membership=membership, today=timezone.localdate(), **entry)


class WorkshopView(GroupFormView):
    title, done, form_class = _("Record a workshop"), _("The workshop is on record."), WorkshopForm

    def enter(self, **entry: Any) -> None:
        record_workshop(today=timezone.localdate(), **entry)


class ResourceView(GroupFormView):
    title, done, form_class = _("Share a resource"), _("The resource is shared."), ResourceForm

    def allows(self) -> bool:
        return self.standing.reads_threads

    def enter(self, **entry: Any) -> None:
        share_resource(**entry)


class AssessmentView(GroupFormView):
    title, done, form_class = _("Our needs and where we stand"), _("Your answers are kept."), AssessmentForm

    def allows(self) -> bool:
        return self.standing.is_member

    @property
    def membership(self) -> GroupMembership:
        return self.standing.membership  # type: ignore[return-value]  # `allows` lets members in only

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        questions = list(record.questions.filter(is_asked=True))
        return {"questions": questions, "latest": latest_answers(self.membership)}

    def save(self, request: HttpRequest, form: Any, record: Any) -> WorkingGroup:
        answer_assessment(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Answers to the group's questions"),
            membership=self.membership,
            answers=form.answers(),
            today=timezone.localdate(),
        )
        group: WorkingGroup = record
        return group
