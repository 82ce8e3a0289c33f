"""Who takes part in a pact or supports it: reading, recording and leaving."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campaigns.forms.memberships import AdherenceForm, LeavingForm
from campaigns.listing.pipeline import ADHERENCES
from campaigns.models import Adherence
from campaigns.queries.pipeline import pacts
from campaigns.services.pipeline import end_adherence, record_adherence
from campaigns.views.working import WorkView
from core.listing.selection import Selection
from core.models import Organisation, PublicRecord
from core.views.listing import ListingView
from core.views.records import RecordView


class AdherenceListView(ListingView):
    """The list, with a way to record another one for those who keep it."""

    listing = ADHERENCES
    template_name = "campaigns/pipeline/adherence_list.html"

    def context(self, selection: Selection) -> dict[str, Any]:
        may_record = self.request.user.has_perm("campaigns.add_adherence")
        return super().context(selection) | {"may_record": may_record}


class AdherenceView(RecordView):
    model = Adherence
    template_name = "campaigns/pipeline/adherence_detail.html"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        return {"may_change": request.user.has_perm("campaigns.change_adherence", record)}


class NewAdherenceView(WorkView):
    """`?organisation=` and `?body=` fill in what is known."""

    form_class = AdherenceForm
    permission = "add_adherence"
    title = _("Record a part in a pact")
    lead = _("Public buyers take part in a pact. Producers, sellers and NGOs can only support one.")
    button = _("Record it")
    done = _("The part in the pact is recorded.")

    def is_allowed(self, request: HttpRequest) -> bool:
        return request.user.has_perm("campaigns.add_adherence")

    def back(self) -> str:
        return reverse("campaigns:adherence-list")

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        asked = {name: request.GET.get(name, "")[:16] for name in ("organisation", "body")}
        found = Organisation.objects.current().in_bulk([pk for pk in asked.values() if pk], field_name="public_id")
        initial = {name: found[pk].name for name, pk in asked.items() if pk in found}
        return {"initial": initial, "proposed": {"body": pacts()}}

    def save(self, request: HttpRequest, form: Any, record: Any) -> Adherence:
        return record_adherence(actor=request.user, today=timezone.localdate(), **form.cleaned_data)  # type: ignore[arg-type]


class EndAdherenceView(WorkView):
    form_class = LeavingForm
    permission = "change_adherence"
    title = _("Leaving the pact")
    button = _("Record that it left")
    done = _("It is recorded that the organisation left the pact.")

    def records(self, request: HttpRequest) -> Any:
        return Adherence.objects.visible_to(request.user).for_listing()

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"initial": {"left_on": timezone.localdate()}}

    def save(self, request: HttpRequest, form: Any, record: Any) -> Adherence:
        return end_adherence(actor=request.user, adherence=record, today=timezone.localdate(), **form.cleaned_data)  # type: ignore[arg-type]
