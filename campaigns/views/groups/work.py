"""What members and moderators enter: members, workshops, resources, answers."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views import View
from django.views.decorators.cache import never_cache

from campaigns.forms.groups import AssessmentForm, LeavingForm, MemberForm, ResourceForm, WorkshopForm
from campaigns.models import GroupMembership, WorkingGroup
from campaigns.queries.groups import Standing, standing_of
from campaigns.services.groups.assessment import answer_assessment, latest_answers
from campaigns.services.groups.membership import add_member, end_membership, record_workshop, share_resource
from core.lookup import find


@method_decorator([never_cache, login_required], name="dispatch")
class GroupFormView(View):
    """One form on a group. `save` does the work and may raise `ValidationError`; `done` is what the reader is told."""

    title: Any = ""
    done: Any = ""
    template_name = "campaigns/groups/form.html"
    form_class: Callable[..., forms.Form]

    def allows(self, standing: Standing) -> bool:
        return standing.moderates

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        self.group: WorkingGroup = find(WorkingGroup.objects.visible_to(request.user), kwargs["public_id"])
        self.standing = standing_of(request.user, self.group)
        if not self.allows(self.standing):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form(self, data: Any = None) -> forms.Form:
        return self.form_class(data)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.page(request, self.form())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = self.form(request.POST)
        if form.is_valid():
            try:
                self.save(request, form)
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, self.done)
                return HttpResponseRedirect(self.group.get_absolute_url())
        return self.page(request, form)

    def page(self, request: HttpRequest, form: forms.Form) -> HttpResponse:
        return render(request, self.template_name, {"form": form, "group": self.group, "title": self.title})

    def save(self, request: HttpRequest, form: forms.Form) -> None:
        raise NotImplementedError


class MemberView(GroupFormView):
    title, done, form_class = _("Add a member"), _("The organisation is a member."), MemberForm

    def save(self, request: HttpRequest, form: forms.Form) -> None:
        add_member(actor=request.user, group=self.group, today=timezone.localdate(), **form.cleaned_data)  # type: ignore[arg-type]


class LeavingView(GroupFormView):
    title, done, form_class = _("End a membership"), _("The membership has ended."), LeavingForm

    def save(self, request: HttpRequest, form: forms.Form) -> None:
        standing = GroupMembership.objects.filter(group=self.group, left_on__isnull=True)
        membership = get_object_or_404(standing, pk=self.kwargs["membership"])
        end_membership(actor=request.user, membership=membership, today=timezone.localdate(), **form.cleaned_data)  # type: ignore[arg-type]


class WorkshopView(GroupFormView):
    title, done, form_class = _("Record a workshop"), _("The workshop is on record."), WorkshopForm

    def save(self, request: HttpRequest, form: forms.Form) -> None:
        record_workshop(actor=request.user, group=self.group, today=timezone.localdate(), **form.cleaned_data)  # type: ignore[arg-type]


class ResourceView(GroupFormView):
    title, done, form_class = _("Share a resource"), _("The resource is shared."), ResourceForm

    def allows(self, standing: Standing) -> bool:
        return standing.is_member or standing.moderates

    def save(self, request: HttpRequest, form: forms.Form) -> None:
        share_resource(actor=request.user, group=self.group, **form.cleaned_data)  # type: ignore[arg-type]


class AssessmentView(GroupFormView):
    title, done = _("Our needs and where we stand"), _("Your answers are kept.")

    def allows(self, standing: Standing) -> bool:
        return standing.is_member

    @property
    def membership(self) -> GroupMembership:
        return self.standing.membership  # type: ignore[return-value]  # `allows` lets members in only

    def form(self, data: Any = None) -> AssessmentForm:
        questions = list(self.group.questions.filter(is_asked=True))
        return AssessmentForm(data, questions=questions, latest=latest_answers(self.membership))

    def save(self, request: HttpRequest, form: forms.Form) -> None:
        answer_assessment(
            actor=request.user,  # type: ignore[arg-type]
            reason=str(_("Answers to the group's questions")),
            membership=self.membership,
            answers=form.answers(),  # type: ignore[attr-defined]
            today=timezone.localdate(),
        )
