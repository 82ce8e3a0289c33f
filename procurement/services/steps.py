"""One step of an affiliation: what may be written, and writing it."""

import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.models import Organisation, Source
from procurement.enums import AFFILIATED_STAGES, AffiliationRoute, AffiliationStage
from procurement.models import Affiliation, AffiliationEvent, Procurer
from procurement.services.saving import save_checked
from procurement.stages import moves_from

if TYPE_CHECKING:
    from collections.abc import Iterable


def latest_step(affiliation: Affiliation | None) -> AffiliationEvent | None:
    """The step that says where the affiliation stands."""
    if affiliation is None:
        return None
    step: AffiliationEvent | None = affiliation.events.order_by("-happened_on", "-pk").first()
    return step


def affiliation_of(procurer: Procurer, body: Organisation) -> Affiliation | None:
    """The record of `procurer` with `body`, kept from other writers until the transaction ends."""
    found = Affiliation.objects.current().filter(procurer=procurer, body=body)
    affiliation: Affiliation | None = found.select_for_update(of=("self",)).first()
    return affiliation


def is_affiliated(step: AffiliationEvent | None) -> bool:
    return step is not None and step.stage in AFFILIATED_STAGES


def check_step(step: AffiliationEvent, last: AffiliationEvent | None, procurer: Procurer, today: datetime.date) -> None:
    """Raises `ValidationError` where `step` may not follow `last`."""
    problems = dict([*_problems_of_day(step, last, today), *_problems_of_route(step, procurer)])
    if step.stage not in moves_from(last.stage if last else None):
        problems["stage"] = _refused_move(step, last)
    if problems:
        raise ValidationError({name: [text] for name, text in problems.items()})


def _problems_of_day(
    step: AffiliationEvent, last: AffiliationEvent | None, today: datetime.date
) -> "Iterable[tuple[str, str]]":
    if step.happened_on > today:
        yield "happened_on", _("This day lies in the future.")
    elif last is not None and step.happened_on < last.happened_on:
        yield (
            "happened_on",
            _("The step before it, “%(stage)s”, is of %(day)s; this one cannot be earlier.")
            % {"stage": last.get_stage_display(), "day": date_format(last.happened_on, "j F Y")},
        )


def _problems_of_route(step: AffiliationEvent, procurer: Procurer) -> "Iterable[tuple[str, str]]":
    if step.stage in AFFILIATED_STAGES and not step.route:
        yield "route", _("An affiliation names its route.")
    elif step.route not in ("", AffiliationRoute.DIRECT) and step.via_id is None:
        yield "via", _("Say through whom, unless the route is direct.")
    if step.via_id is not None and step.via_id == procurer.organisation_id:
        yield "via", _("Nobody affiliates through itself.")


def _refused_move(step: AffiliationEvent, last: AffiliationEvent | None) -> str:
    if last is None:
        return _("“%(stage)s” cannot be the first step.") % {"stage": step.get_stage_display()}
    return _("“%(stage)s” cannot follow “%(last)s”.") % {
        "stage": step.get_stage_display(),
        "last": last.get_stage_display(),
    }


def check_correction(step: AffiliationEvent, today: datetime.date) -> None:
    """Raises `ValidationError` where a step that is on record may not become what `step` now says."""
    others = list(step.affiliation.events.exclude(pk=step.pk).order_by("happened_on", "pk"))
    position = (step.happened_on, step.pk)
    before = [other for other in others if (other.happened_on, other.pk) < position]
    after = [other for other in others if (other.happened_on, other.pk) > position]
    check_step(step, before[-1] if before else None, step.affiliation.procurer, today)
    if after and after[0].stage not in moves_from(step.stage):
        raise ValidationError({"stage": [_refused_move(after[0], step)]})


def write_step(
    *,
    procurer: Procurer,
    body: Organisation,
    stage: AffiliationStage | str,
    happened_on: datetime.date,
    today: datetime.date,
    route: str = "",
    via: Organisation | None = None,
    source: Source | None = None,
    note: str = "",
) -> AffiliationEvent:
    """Checks and saves a step; the first one opens the record. A renewal keeps the route unless it names one."""
    affiliation = affiliation_of(procurer, body)
    last = latest_step(affiliation)
    if stage == AffiliationStage.RENEWED and last is not None and not route:
        route, via = last.route, last.via
    step = AffiliationEvent(
        stage=stage, happened_on=happened_on, route=route, via=via, source=source, note=note, is_demo=procurer.is_demo
    )
    check_step(step, last, procurer, today)
    step.affiliation = affiliation or save_checked(Affiliation(procurer=procurer, body=body, is_demo=procurer.is_demo))
    return save_checked(step)
