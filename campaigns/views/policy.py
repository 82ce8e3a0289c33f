"""Forms of policy files and what is asked in them, for the partner that is responsible."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.forms.policy import PolicyFileForm, RecommendationForm
from campaigns.listing.advocacy import POLICIES
from campaigns.models import PolicyFile, PolicyRecommendation
from campaigns.services.advocacy import files as services
from campaigns.views.working import WorkView
from core.listing.selection import Selection
from core.views.listing import ListingView


class PolicyListView(ListingView):
    """The list, with a way to record another file."""

    listing = POLICIES
    template_name = "campaigns/advocacy/policy_list.html"

    def context(self, selection: Selection) -> dict[str, Any]:
        may_record = self.request.user.has_perm("campaigns.add_policyfile")
        return super().context(selection) | {"may_record": may_record}


class NewPolicyView(WorkView):
    form_class = PolicyFileForm
    title = _("Record a policy file")
    lead = _("Everyone can read it. Your organisation keeps it and what is asked in it.")
    button = _("Record it")
    done = _("The policy file is recorded.")

    def is_allowed(self, request: HttpRequest) -> bool:
        return request.user.has_perm("campaigns.add_policyfile")

    def back(self) -> str:
        return reverse("campaigns:policy-list")

    def save(self, request: HttpRequest, form: Any, record: Any) -> PolicyFile:
        return services.record_policy_file(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Recorded by form"),
            entry=form.entry(),
            today=timezone.localdate(),
        )


class EditPolicyView(WorkView):
    form_class = PolicyFileForm
    permission = "change_policyfile"
    title = _("Change the policy file")
    button = _("Save")
    done = _("The policy file is changed.")

    def records(self, request: HttpRequest) -> Any:
        return PolicyFile.objects.visible_to(request.user).select_related("partner", "institution", "country")

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"user": request.user, "file": record}

    def save(self, request: HttpRequest, form: Any, record: Any) -> PolicyFile:
        return services.change_policy_file(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Changed by form"),
            file=record,
            entry=form.entry(),
            today=timezone.localdate(),
        )


class NewRecommendationView(WorkView):
    form_class = RecommendationForm
    permission = "change_policyfile"
    title = _("Add what is asked")
    button = _("Add it")
    done = _("What is asked is recorded.")

    def records(self, request: HttpRequest) -> Any:
        return PolicyFile.objects.visible_to(request.user).select_related("partner")

    def save(self, request: HttpRequest, form: Any, record: Any) -> PolicyFile:
        services.record_recommendation(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Recorded by form"),
            file=record,
            **form.cleaned_data,
        )
        return record


class EditRecommendationView(WorkView):
    form_class = RecommendationForm
    permission = "change_policyfile"
    title = _("Change what is asked")
    button = _("Save")
    done = _("What is asked is changed.")

    def found(self, request: HttpRequest) -> PolicyFile:
        rows = PolicyRecommendation.objects.visible_to(request.user).select_related("policy_file__partner")
        self.recommendation = get_object_or_404(rows, pk=self.kwargs["pk"])
        return self.recommendation.policy_file

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"user": request.user, "recommendation": self.recommendation}

    def save(self, request: HttpRequest, form: Any, record: Any) -> PolicyFile:
        services.change_recommendation(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Changed by form"),
            recommendation=self.recommendation,
            **form.cleaned_data,
        )
        return record
