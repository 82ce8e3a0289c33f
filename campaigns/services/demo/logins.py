"""The four people of the demo; only where DEBUG is on, since their password is published."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import transaction

from campaigns.services.demo.parties import ADMINISTRATION, BUYER, MONITOR, PARTNER
from core.enums import Role
from core.history import change
from core.models import Membership, Organisation, User

PASSWORD = "demo-fair-ict"  # noqa: S105 (published in the README)
LOGINS = (
    ("procurer@demo.example", "Astrid Solbacke", Role.PROCURER, BUYER),
    ("partner@demo.example", "Imre Kallós", Role.PARTNER, PARTNER),
    ("monitor@demo.example", "Mei Laam Cheung", Role.MONITOR, MONITOR),
    ("admin@demo.example", "Jet Verhagen", Role.ADMIN, ADMINISTRATION),
)


class LoginsRefused(Exception):
    """Demo logins outside a demonstration."""


@transaction.atomic
def make_logins(*, reason: str = "Seed the demonstration") -> int:
    """The logins that are missing, with their memberships; says how many it made. Raises `LoginsRefused`."""
    if not (settings.DEBUG or settings.DEMO):
        raise LoginsRefused
    known = set(User.objects.filter(email__in=[email for email, *_ in LOGINS]).values_list("email", flat=True))
    missing = [login for login in LOGINS if login[0] not in known]
    with change(actor=None, reason=reason):
        for email, name, role, body in missing:
            _make_login(email, name, role, body)
    return len(missing)


def _make_login(email: str, name: str, role: str, body: str) -> None:
    user = User.objects.create_user(email, PASSWORD, name=name, is_demo=True)
    organisation = Organisation.objects.get(name=body, is_demo=True)
    Membership.objects.create(user=user, organisation=organisation, role=role, is_demo=True)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
