"""Updates of indicators: a partner records and hands in, another pair of eyes returns or approves."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from campaigns.enums.results import UpdateState
from campaigns.models import Indicator, IndicatorPeriod, IndicatorUpdate, Partner, UpdateDecision, UpdatePart
from campaigns.services.results.periods import check_open
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import Country, User

FIGURES = ("value", "numerator", "denominator", "narrative")


@dataclass(frozen=True)
class PartEntry:
    """A part of the figure: of one sex, age band, country, or of several of them."""

    number: Decimal
    sex: str = ""
    age_band: str = ""
    country: "Country | None" = None


@dataclass(frozen=True)
class UpdateEntry:
    """What a partner reports: a number, numerator and denominator, or words; as the indicator is measured."""

    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    narrative: str = ""
    text: str = ""
    parts: Sequence[PartEntry] = ()


@transaction.atomic
def record_update(
    *,
    actor: "User | None",
    reason: str,
    period: IndicatorPeriod,
    partner: Partner,
    entry: UpdateEntry,
    now: datetime.datetime,
) -> IndicatorUpdate:
    """A draft of `partner` for `period`. Raises `PermissionDenied` for members of other partners."""
    update = IndicatorUpdate(period=period, partner=partner, author=actor)
    if actor and not actor.has_perm("campaigns.add_indicatorupdate", update):
        raise PermissionDenied
    if not period.project.participations.filter(partner=partner).exists():
        raise ValidationError({"partner": _("%(partner)s is not in this project.") % {"partner": partner}})
    with change(actor=actor, reason=reason):
        _write(update, entry)
        UpdateDecision.objects.create(update=update, to_state=update.state, actor=actor, decided_at=now)
    return update


@transaction.atomic
def change_update(
    *, actor: "User | None", reason: str, update: IndicatorUpdate, entry: UpdateEntry, now: datetime.datetime
) -> IndicatorUpdate:
    """What was reported instead, while it is a draft or was returned."""
    held = _held(update)
    if actor and not actor.has_perm("campaigns.change_indicatorupdate", held):
        raise PermissionDenied
    if held.state not in (UpdateState.DRAFT, UpdateState.RETURNED):
        raise ValidationError({"state": _not_now(held)})
    with change(actor=actor, reason=reason):
        held.parts.all().delete()
        return _write(held, entry)


def _write(update: IndicatorUpdate, entry: UpdateEntry) -> IndicatorUpdate:
    check_open(update.period)
    check_form(update.period, entry)
    for field in ("value", "numerator", "denominator", "narrative", "text"):
        setattr(update, field, getattr(entry, field))
    save_checked(update)
    rows = [
        UpdatePart(update=update, sex=part.sex, age_band=part.age_band, country=part.country, number=part.number)
        for part in entry.parts
    ]
    try:
        with transaction.atomic():
            UpdatePart.objects.bulk_create(rows)
    except IntegrityError as error:
        raise ValidationError(
            {"parts": _("The parts of one kind are more than the figure, or named twice.")}
        ) from error
    return update


def check_form(period: IndicatorPeriod, entry: UpdateEntry) -> None:
    """Raises `ValidationError` by field for what the indicator does not measure, or what is missing."""
    problems = dict(_problems(_wanted(period.indicator), entry))
    if problems:
        raise ValidationError(problems)


def _problems(wanted: dict[str, str], entry: UpdateEntry) -> Iterator[tuple[str, str]]:
    given = {field for field in FIGURES if getattr(entry, field) not in (None, "")}
    for field in given - set(wanted):
        yield field, _("This indicator is not measured so.")
    for field in set(wanted) - given:
        yield field, wanted[field]
    if given >= {"numerator", "denominator"} and entry.numerator > entry.denominator:  # type: ignore[operator]
        yield "numerator", _("A part is not more than the whole.")


def _wanted(indicator: Indicator) -> dict[str, str]:
    """Fields that an update of the indicator has, with what to say where one is empty."""
    if indicator.is_qualitative:
        return {"narrative": _("Say in words what was reached.")}
    if indicator.is_percentage:
        return {"numerator": _("Say how many of them."), "denominator": _("Say out of how many.")}
    return {"value": _("Give the number.")}


def submit_update(*, actor: "User | None", update: IndicatorUpdate, comment: str = "", now: datetime.datetime) -> Any:
    """Hands in a draft, or again what was returned."""
    held = _allowed(actor, "campaigns.hand_in_indicatorupdate", update)
    return _move(
        held, UpdateState.PENDING, (UpdateState.DRAFT, UpdateState.RETURNED), actor, comment, _("Handed in"), now
    )


def return_update(*, actor: "User | None", update: IndicatorUpdate, comment: str, now: datetime.datetime) -> Any:
    """Gives it back with what to change; what was approved stops counting."""
    held = _allowed(actor, "campaigns.decide_indicatorupdate", update)
    if not comment.strip():
        raise ValidationError({"comment": _("Say why: the partner has to know what to change.")})
    origins = (UpdateState.PENDING, UpdateState.APPROVED)
    return _move(held, UpdateState.RETURNED, origins, actor, comment, _("Returned for changes"), now)


def approve_update(*, actor: "User | None", update: IndicatorUpdate, comment: str = "", now: datetime.datetime) -> Any:
    """From here on it counts. Never by its author, by who handed it in, or by the partner's own people."""
    held = _allowed(actor, "campaigns.decide_indicatorupdate", update)
    return _move(held, UpdateState.APPROVED, (UpdateState.PENDING,), actor, comment, _("Approved"), now)


def _held(update: IndicatorUpdate) -> IndicatorUpdate:
    related = ("period__indicator__result__project", "partner")
    return IndicatorUpdate.objects.select_for_update(of=("self",)).select_related(*related).get(pk=update.pk)


def _allowed(actor: "User | None", permission: str, update: IndicatorUpdate) -> IndicatorUpdate:
    if actor and not actor.has_perm(permission, update):
        raise PermissionDenied
    return update


def _not_now(update: IndicatorUpdate) -> str:
    return _("This is not possible while the update is: %(state)s.") % {"state": update.get_state_display()}


@transaction.atomic
def _move(
    update: IndicatorUpdate,
    target: UpdateState,
    origins: tuple[UpdateState, ...],
    actor: "User | None",
    comment: str,
    reason: str,
    now: datetime.datetime,
) -> IndicatorUpdate:
    held = _held(update)
    if held.state not in origins:
        raise ValidationError({"state": _not_now(held)})
    check_open(held.period)
    before, held.state, comment = held.state, target, comment.strip()
    if target == UpdateState.PENDING:
        held.submitted_by = actor
    approves = target == UpdateState.APPROVED
    held.approved_by, held.approved_at = (actor, now) if approves else (None, None)
    with change(actor=actor, reason=comment[:300] or reason):
        save_checked(held)
        UpdateDecision.objects.create(
            update=held, from_state=before, to_state=target, comment=comment, actor=actor, decided_at=now
        )
    return held
