"""What a viewer is: roles and organisations, read once per request.

Every `visible_to(user)` starts here, so that one rule has one place.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings

from core.enums import AudienceLevel, Role

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


@dataclass(frozen=True)
class Access:
    """Roles of a viewer. `*_organisations` hold ids of `core.Organisation`.

    An administrator known by password alone `lacks_second_factor`, and is what the person is without that role.
    """

    user_id: int | None = None
    is_admin: bool = False
    is_monitor: bool = False
    is_partner: bool = False
    lacks_second_factor: bool = False
    procurer_organisations: frozenset[int] = field(default_factory=frozenset)
    partner_organisations: frozenset[int] = field(default_factory=frozenset)
    organisations: frozenset[int] = field(default_factory=frozenset)

    @property
    def is_registered(self) -> bool:
        return self.user_id is not None

    @property
    def is_procurer(self) -> bool:
        return bool(self.procurer_organisations)

    @property
    def sees_restricted(self) -> bool:
        """Monitors and administrators see every record."""
        return self.is_admin or self.is_monitor

    @property
    def level(self) -> AudienceLevel:
        if self.sees_restricted:
            return AudienceLevel.RESTRICTED
        return AudienceLevel.REGISTERED if self.is_registered else AudienceLevel.PUBLIC

    @property
    def cache_key(self) -> str:
        """Equal for two viewers only if they see the same records."""
        if self.is_admin:
            return "administrator"
        if self.is_monitor:
            return f"monitor:{_numbers(self.partner_organisations)}"
        if not self.is_registered:
            return "public"
        kinds = (self.organisations, self.procurer_organisations, self.partner_organisations)
        return ":".join(["registered", *map(_numbers, kinds)])


def _numbers(organisations: frozenset[int]) -> str:
    return "-".join(str(pk) for pk in sorted(organisations))


ANONYMOUS = Access()


def access_of(user: "User | AnonymousUser") -> Access:
    """Access of `user`; one query the first time (two for administrators), remembered on the instance."""
    if not user.is_authenticated or not user.is_active:
        return ANONYMOUS
    known = user.__dict__.get("_access")
    if known is None:
        known = user.__dict__["_access"] = _read_access(user)
    return known


def _read_access(user: "User") -> Access:
    memberships = list(user.memberships.filter(is_active=True).values_list("role", "organisation_id"))
    administers = user.is_superuser or any(role == Role.ADMIN for role, _ in memberships)
    lacks_second_factor = administers and _lacks_second_factor(user)
    if lacks_second_factor:
        memberships = _without_administration(memberships)
    partners = _of(memberships, Role.PARTNER)
    return Access(
        user_id=user.pk,
        is_admin=administers and not lacks_second_factor,
        lacks_second_factor=lacks_second_factor,
        is_monitor=bool(_of(memberships, Role.MONITOR)),
        is_partner=bool(partners),
        procurer_organisations=_of(memberships, Role.PROCURER),
        partner_organisations=partners,
        organisations=frozenset(pk for _, pk in memberships),
    )


def _without_administration(memberships: list[tuple[str, int]]) -> list[tuple[str, int]]:
    return [(role, pk) for role, pk in memberships if role != Role.ADMIN]


def _of(memberships: list[tuple[str, int]], role: Role) -> frozenset[int]:
    return frozenset(pk for held, pk in memberships if held == role)


def _lacks_second_factor(user: "User") -> bool:
    # Models import this module; those of other apps are there once somebody asks.
    from allauth.mfa.models import Authenticator  # noqa: PLC0415

    return not (settings.DEMO or Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())
