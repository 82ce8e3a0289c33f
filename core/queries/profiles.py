"""What an organisation is in this register: its profiles in every app."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.models import Organisation, Profile

if TYPE_CHECKING:
    from core.queries.histories import Viewer


@dataclass(frozen=True)
class ShownProfile:
    """A profile and the word for its kind."""

    label: Any
    record: Profile


def profiles_of(organisation: Organisation, user: "Viewer") -> list[ShownProfile]:
    """The profiles that `user` may see; one query per kind of profile."""
    kinds = [
        relation.related_model
        for relation in Organisation._meta.related_objects
        if relation.one_to_one and issubclass(relation.related_model, Profile)
    ]
    found = [
        (kind, kind._default_manager.visible_to(user).for_listing().filter(organisation=organisation).first())
        for kind in kinds
    ]
    return [ShownProfile(kind._meta.verbose_name, record) for kind, record in found if record is not None]
