"""Histories of the records of `core`."""

from typing import TYPE_CHECKING

from django.db.models import Q

from core.access import access_of
from core.models import Organisation, OrganisationIdentifier, Source
from core.queries.histories import History, Part

if TYPE_CHECKING:
    from core.queries.histories import Viewer


def source_rule(user: "Viewer") -> Q:
    """Sources: the document was public then, and still is."""
    if access_of(user).sees_restricted:
        return Q()
    return Q(is_public=True, pgh_obj__in=Source.objects.visible_to(user))


def organisation_part(profile: str) -> Part:
    """Versions of the organisation behind a profile: its name is the profile's."""
    return Part(Organisation, path=f"pgh_obj__{profile}")


ORGANISATION = History(
    own=Part(Organisation),
    related=(Part(OrganisationIdentifier, path="organisation", named_by=("scheme", "value")),),
    owner="pk",
)
SOURCE = History(own=Part(Source, rule=source_rule))
