"""Which publications name a brand, a factory or a buyer, on their pages, and which an activity used."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.models import ActivityPolicyFile, ActivityPublication, PolicyFile, Publication, PublicationSubject
from core.panels import Panel

SHOWN = 10


def _naming(request: HttpRequest, rule: Q) -> dict[str, Any] | None:
    rows = list(Publication.objects.visible_to(request.user).filter(rule).latest_first()[: SHOWN + 1])
    return {"publications": rows[:SHOWN], "has_more": len(rows) > SHOWN} if rows else None


def _about(**subject: Any) -> Q:
    return Q(pk__in=PublicationSubject.objects.filter(**subject).values("publication"))


def naming_brand(request: HttpRequest, brand: Any) -> dict[str, Any] | None:
    return _naming(request, _about(brand=brand))


def naming_factory(request: HttpRequest, factory: Any) -> dict[str, Any] | None:
    return _naming(request, _about(factory=factory))


def by_procurer(request: HttpRequest, procurer: Any) -> dict[str, Any] | None:
    """A buyer is not a subject; it may have written or commissioned research."""
    return _naming(request, Q(parties__organisation=procurer.organisation_id))


def of_activity(request: HttpRequest, activity: Any) -> dict[str, Any] | None:
    """Publications and policy files of an activity."""
    publications = Publication.objects.visible_to(request.user).filter(
        pk__in=ActivityPublication.objects.filter(activity=activity).values("publication")
    )
    files = PolicyFile.objects.visible_to(request.user).filter(
        pk__in=ActivityPolicyFile.objects.filter(activity=activity).values("policy_file")
    )
    shown = {"publications": list(publications.latest_first()), "policy_files": list(files.order_by("sort_key", "pk"))}
    return shown if any(shown.values()) else None


TEMPLATE = "campaigns/panels/publications.html"
BRAND = Panel("publications", _("Named in publications"), TEMPLATE, naming_brand)
FACTORY = Panel("publications", _("Named in publications"), TEMPLATE, naming_factory)
PROCURER = Panel("publications", _("Research it wrote or commissioned"), TEMPLATE, by_procurer)
ACTIVITY = Panel("publications", _("Research and policy it was about"), TEMPLATE, of_activity)
