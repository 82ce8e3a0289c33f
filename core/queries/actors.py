"""Who wrote: by name for administrators, by office for everyone else.

Names of people are personal data; a history that everybody reads says "an administrator" or "the buyer" instead.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from core.access import access_of
from core.enums import Role
from core.models import Membership, User

if TYPE_CHECKING:
    from core.queries.histories import Viewer

# The first office that a writer holds is the one that is told.
OFFICES = (Role.ADMIN, Role.MONITOR, Role.PARTNER, Role.PROCURER)


class Actors:
    """Texts for the writers of a page of history; two queries at most, whatever their number."""

    def __init__(self, user: "Viewer", owner_id: int | None = None) -> None:
        self.access = access_of(user)
        self.owner_id = owner_id
        self.people: dict[int, User] = {}
        self.roles: dict[int, set[tuple[str, int]]] = {}

    def read(self, user_ids: Iterable[int | None]) -> None:
        wanted = {pk for pk in user_ids if pk is not None}
        self.people = {row.pk: row for row in User.objects.filter(pk__in=wanted).only("name", "email", "is_superuser")}
        for user_id, role, organisation_id in Membership.objects.filter(user__in=wanted, is_active=True).values_list(
            "user_id", "role", "organisation_id"
        ):
            self.roles.setdefault(user_id, set()).add((role, organisation_id))

    def name(self, user_id: int | None) -> str:
        """What the reader is told of this writer."""
        if user_id is None:
            return gettext("the system")
        if user_id not in self.people:
            return gettext("a former user")
        if user_id == self.access.user_id:
            return gettext("you")
        return str(self.people[user_id]) if self.access.is_admin else self.office(user_id)

    def office(self, user_id: int) -> str:
        roles = self.roles.get(user_id, set())
        if (Role.PROCURER, self.owner_id) in roles:
            return gettext("the buyer")
        held = {role for role, _organisation in roles}
        if self.people[user_id].is_superuser:
            held.add(Role.ADMIN)
        texts = {
            Role.ADMIN: gettext("an administrator"),
            Role.MONITOR: gettext("a monitoring partner"),
            Role.PARTNER: gettext("a campaign partner"),
            Role.PROCURER: gettext("a public buyer"),
        }
        return next((texts[role] for role in OFFICES if role in held), gettext("a registered user"))
