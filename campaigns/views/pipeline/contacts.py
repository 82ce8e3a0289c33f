"""The log of contacts with institutions: recording, changing, and what comes next."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from campaigns.forms.pipeline import ContactForm, add_refusal
from campaigns.listing.pipeline import CONTACTS
from campaigns.models import Activity, InstitutionContact
from campaigns.services.pipeline import change_contact, complete_next_step, record_contact
from core.listing.selection import Selection
from core.lookup import find
from core.models import PublicRecord, User
from core.views.listing import ListingView
from core.views.records import RecordView
from procurement.models import Procurer

RECENT = 8


class ContactListView(ListingView):
    """The list, with what is overdue before it."""

    listing = CONTACTS
    template_name = "campaigns/pipeline/contact_list.html"

    def context(self, selection: Selection) -> dict[str, Any]:
        contacts = InstitutionContact.objects.visible_to(self.request.user)
        return super().context(selection) | {
            "overdue_count": contacts.overdue_on(timezone.localdate()).count(),
            "may_record": self.request.user.has_perm("campaigns.add_institutioncontact"),
        }


class ContactView(RecordView):
    model = InstitutionContact
    template_name = "campaigns/pipeline/contact_detail.html"

    def queryset(self, request: HttpRequest) -> Any:
        return super().queryset(request).for_listing()

    def details(self, request: HttpRequest, record: PublicRecord) -> dict[str, Any]:
        contact = cast(InstitutionContact, record)
        moves = contact.moves.visible_to(request.user).for_listing()
        return {
            "may_change": request.user.has_perm("campaigns.change_institutioncontact", contact),
            "activity": Activity.objects.visible_to(request.user).filter(pk=contact.activity_id).first(),
            "moves": moves.order_by("-event__happened_on", "-pk"),
            "today": timezone.localdate(),
        }


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_contact(request: HttpRequest) -> HttpResponse:
    """Records a contact; `?procurer=` and `?body=` fill in what is known."""
    user = cast(User, request.user)
    if not user.has_perm("campaigns.add_institutioncontact"):
        raise PermissionDenied
    form = ContactForm(request.POST or None, user=user, initial=_known(request))
    if request.method == "POST" and form.is_valid():
        participation = form.cleaned_data["participation"]
        try:
            contact = record_contact(
                actor=user,
                reason="Contact recorded",
                partner=participation.partner,
                project=participation.project,
                today=timezone.localdate(),
                **form.details(),
            )
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The contact has been recorded."))
            return redirect(contact.procurer.get_absolute_url() + "#contacts")
    recent = Procurer.objects.filter(
        pk__in=InstitutionContact.objects.own_of(user).order_by("-created_at").values("procurer")[:RECENT]
    ).select_related("organisation")
    return render(request, "campaigns/pipeline/contact_form.html", {"form": form, "recent": recent})


def _known(request: HttpRequest) -> dict[str, Any]:
    known: dict[str, Any] = {"held_on": timezone.localdate()}
    named = Procurer.objects.visible_to(request.user).filter(public_id=request.GET.get("procurer", "")[:16])
    if procurer := named.select_related("organisation").first():
        known["institution"] = procurer.name
    return known


def _own(request: HttpRequest, public_id: str) -> InstitutionContact:
    contact: InstitutionContact = find(InstitutionContact.objects.visible_to(request.user).for_listing(), public_id)
    if not request.user.has_perm("campaigns.change_institutioncontact", contact):
        raise PermissionDenied
    return contact


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit_contact(request: HttpRequest, public_id: str) -> HttpResponse:
    contact = _own(request, public_id)
    user = cast(User, request.user)
    initial = {name: getattr(contact, name) for name in ContactForm.base_fields if hasattr(contact, name)}
    form = ContactForm(request.POST or None, user=user, initial=initial | {"institution": contact.procurer.name})
    del form.fields["participation"]
    if request.method == "POST" and form.is_valid():
        try:
            change_contact(
                actor=user, reason="Contact changed", contact=contact, today=timezone.localdate(), **form.details()
            )
        except ValidationError as error:
            add_refusal(form, error)
        else:
            messages.success(request, _("The contact has been changed."))
            return redirect(contact.get_absolute_url())
    return render(request, "campaigns/pipeline/contact_form.html", {"form": form, "contact": contact})


@login_required
@require_POST
def next_step_done(request: HttpRequest, public_id: str) -> HttpResponse:
    contact = _own(request, public_id)
    complete_next_step(
        actor=cast(User, request.user), reason="Next step done", contact=contact, today=timezone.localdate()
    )
    messages.success(request, _("The next step is marked as done."))
    return redirect(contact.get_absolute_url())
