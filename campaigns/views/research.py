"""Pages of publications."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from campaigns.enums.research import Issue, PartyRole
from campaigns.forms.research import PublicationForm
from campaigns.listing.research import parties_of, subjects_of
from campaigns.models import Activity, Campaign, PolicyRecommendation, Publication
from campaigns.services.research import publications as services
from campaigns.views.working import WorkView
from core.lookup import find
from core.models import PublicRecord
from core.views.records import RecordView

SHOWN_ACTIVITIES = 20


class PublicationView(RecordView):
    """What a publication is about, who wrote it and where it was used."""

    model = Publication
    template_name = "campaigns/research/publication_detail.html"
    page = "publication"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        activities = Activity.objects.visible_to(request.user).filter(
            pk__in=record.activity_links.values("activity")  # type: ignore[attr-defined]
        )
        recommendations = PolicyRecommendation.objects.visible_to(request.user).filter(publication=record)
        return {
            "authors": parties_of(record, PartyRole.AUTHOR),
            "commissioners": parties_of(record, PartyRole.COMMISSIONER),
            "subjects": [(label, parameter, subjects_of(record, parameter)) for parameter, label in SUBJECT_LABELS],
            "brands": subjects_of(record, "brand"),
            "factories": subjects_of(record, "factory"),
            "issues": [(code, Issue(code).label) for code in record.issues],  # type: ignore[attr-defined]
            "activities": activities.order_by("-starts_on", "pk")[:SHOWN_ACTIVITIES],
            "recommendations": recommendations.select_related("policy_file").order_by("policy_file", "position"),
            "campaigns": Campaign.objects.visible_to(request.user).filter(publication_links__publication=record),
            "may_change": request.user.has_perm("campaigns.change_publication", record),
            "may_publish": request.user.has_perm("campaigns.publish_publication", record),
        }


SUBJECT_LABELS = (("country", _("Countries")), ("mineral", _("Minerals")), ("stage", _("Stages of production")))


class NewPublicationView(WorkView):
    form_class = PublicationForm
    permission = "add_publication"
    title = _("Record a publication")
    lead = _("It stays a draft until the coordinator of the project or an administrator shows it to everyone.")
    button = _("Record it")
    done = _("The publication is recorded as a draft.")

    def is_allowed(self, request: HttpRequest) -> bool:
        return request.user.has_perm("campaigns.add_publication")

    def save(self, request: HttpRequest, form: Any, record: Any) -> Publication:
        return services.record_publication(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Recorded by form"),
            entry=form.entry(),
            today=timezone.localdate(),
        )


class EditPublicationView(WorkView):
    form_class = PublicationForm
    permission = "change_publication"
    title = _("Change the publication")
    button = _("Save")
    done = _("The publication is changed.")

    def records(self, request: HttpRequest) -> Any:
        return Publication.objects.visible_to(request.user)

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"user": request.user, "publication": record}

    def save(self, request: HttpRequest, form: Any, record: Any) -> Publication:
        return services.change_publication(
            actor=request.user,  # type: ignore[arg-type]
            reason=gettext("Changed by form"),
            publication=record,
            entry=form.entry(),
            today=timezone.localdate(),
        )


@login_required
@require_POST
def publish_publication(request: HttpRequest, public_id: str) -> HttpResponse:
    """Shows a draft to everyone, or takes it back."""
    publication = find(Publication.objects.visible_to(request.user), public_id)
    shown = request.POST.get("is_published") == "1"
    services.publish_publication(
        actor=request.user,  # type: ignore[arg-type]
        reason=gettext("Published") if shown else gettext("Taken back as a draft"),
        publication=publication,
        is_published=shown,
    )
    return HttpResponseRedirect(reverse("campaigns:publication-detail", args=[publication.public_id]))
