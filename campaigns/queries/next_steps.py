"""The next step towards an affiliation: that of the contact whose step is open and due first."""

import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import TruncDate

from campaigns.models import InstitutionContact
from procurement.models import Affiliation

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

SHOWN = {
    "next_contact": "public_id",
    "next_step": "next_step",
    "next_step_on": "next_step_on",
    "next_step_owner_name": "next_step_owner__name",
}


def with_next_step(affiliations: QuerySet[Any], user: "User | AnonymousUser") -> QuerySet[Any]:
    """Annotates `SHOWN`, of contacts that `user` may see; one about this body comes before one about none."""
    contacts = InstitutionContact.objects.visible_to(user).with_open_step().filter(procurer=OuterRef("procurer"))
    about = contacts.filter(Q(body=OuterRef("body")) | Q(body__isnull=True))
    first = about.order_by(F("body").asc(nulls_last=True), F("next_step_on").asc(nulls_last=True), "pk")
    return affiliations.annotate(**{name: Subquery(first.values(path)[:1]) for name, path in SHOWN.items()})


def affiliations_with_step(user: "User | AnonymousUser", *, due_before: datetime.date | TruncDate | None = None) -> Q:
    """Condition on affiliations: a contact that `user` may see has an open step, due before that day."""
    contacts = InstitutionContact.objects.visible_to(user).with_open_step()
    if due_before is not None:
        contacts = contacts.filter(next_step_on__lt=due_before)
    named = contacts.filter(body__isnull=False).values("procurer", "body")
    general = contacts.filter(body__isnull=True).values("procurer")
    return Q(procurer__in=general) | Q(pk__in=_of_pairs(named))


def _of_pairs(pairs: QuerySet[Any]) -> QuerySet[Any]:
    affiliations = Affiliation.objects.current()
    return affiliations.filter(Exists(pairs.filter(procurer=OuterRef("procurer"), body=OuterRef("body")))).values("pk")
