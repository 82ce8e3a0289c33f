"""Keeping policy files and what is asked in them: by the partner that is responsible."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from campaigns.models import Partner, PolicyFile, PolicyRecommendation, Project, Publication
from campaigns.services.working import check_may, check_records_for
from core.history import change
from core.models import Country, Organisation
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

PLAIN = ("name", "level", "institution", "country", "reference", "url", "opened_on", "summary")


@dataclass(frozen=True)
class PolicyEntry:
    """What a person states of a policy file."""

    name: str
    level: str
    partner: Partner | None = None
    project: Project | None = None
    institution: Organisation | None = None
    country: Country | None = None
    reference: str = ""
    url: str = ""
    opened_on: datetime.date | None = None
    summary: str = ""
    is_demo: bool = False


@transaction.atomic
def record_policy_file(*, actor: "User | None", reason: str, entry: PolicyEntry, today: datetime.date) -> PolicyFile:
    """A file that `entry.partner` keeps from here on."""
    check_records_for(actor, entry.partner, entry.project, "partner")
    file = PolicyFile(partner=entry.partner, project=entry.project, is_demo=entry.is_demo)
    with change(actor=actor, reason=reason):
        return _save(file, entry, today)


@transaction.atomic
def change_policy_file(
    *, actor: "User | None", reason: str, file: PolicyFile, entry: PolicyEntry, today: datetime.date
) -> PolicyFile:
    """States the file anew; partner and project stay."""
    check_may(actor, "change", file)
    with change(actor=actor, reason=reason):
        return _save(file, entry, today)


def _save(file: PolicyFile, entry: PolicyEntry, today: datetime.date) -> PolicyFile:
    if entry.level == "national" and entry.country is None:
        raise ValidationError({"country": [_("Name the country of a national policy.")]})
    if entry.opened_on and entry.opened_on > today:
        raise ValidationError({"opened_on": [_("This day lies in the future.")]})
    for name in PLAIN:
        setattr(file, name, getattr(entry, name))
    return save_checked(file)


@transaction.atomic
def record_recommendation(
    *, actor: "User | None", reason: str, file: PolicyFile, ask: str, publication: Publication | None = None
) -> PolicyRecommendation:
    """What is asked besides, after what is there already."""
    check_may(actor, "change", file)
    last = file.recommendations.aggregate(last=Max("position"))["last"]
    recommendation = PolicyRecommendation(
        policy_file=file,
        ask=ask,
        publication=publication,
        position=0 if last is None else last + 1,
        is_demo=file.is_demo,
    )
    with change(actor=actor, reason=reason):
        return save_checked(recommendation)


@transaction.atomic
def change_recommendation(
    *,
    actor: "User | None",
    reason: str,
    recommendation: PolicyRecommendation,
    ask: str,
    publication: Publication | None = None,
) -> PolicyRecommendation:
    """Other words for what is asked; what was decided on it stays."""
    check_may(actor, "change", recommendation.policy_file)
    recommendation.ask, recommendation.publication = ask, publication
    with change(actor=actor, reason=reason):
        return save_checked(recommendation)
