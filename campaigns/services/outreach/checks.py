"""What cannot be true of an activity, said by field in the words of whoever enters it."""

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from campaigns.enums.outreach import LARGEST, ActivityType, AgeBand, AudienceGroup, AudienceMeasure, Sex
from campaigns.models import Project
from campaigns.services.outreach.entries import ActivityEntry, CountEntry, by_measure, total_field

Found = Iterator[tuple[str, str]]
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def check_entry(entry: ActivityEntry, *, today: datetime.date) -> None:
    """Raises `ValidationError` with every problem of `entry` by field."""
    problems: dict[str, list[str]] = {}
    for check in (_codes, _days, _project, _partners, _place, _stops, _counts):
        for field, text in check(entry, today):
            problems.setdefault(field, []).append(text)
    if problems:
        raise ValidationError({field: list(dict.fromkeys(texts)) for field, texts in problems.items()})


def _codes(entry: ActivityEntry, today: datetime.date) -> Found:
    known = {"type": ActivityType.values, "audience_group": ["", *AudienceGroup.values]}
    for field, values in known.items():
        if getattr(entry, field) not in values:
            yield field, _("“%(value)s” is not in the list.") % {"value": getattr(entry, field)}
    if not entry.name.strip():
        yield "name", _("Give a title.")
    if entry.language and not _LANGUAGE.fullmatch(entry.language):
        yield "language", _("Give the language by its code, for example ca or zh-Hans.")


def _days(entry: ActivityEntry, today: datetime.date) -> Found:
    last = "ends_on" if entry.ends_on else "starts_on"
    if entry.ends_on and entry.ends_on < entry.starts_on:
        yield "ends_on", _("The last day is not before the first.")
    elif entry.is_done and entry.last_day > today:
        yield last, _("This day is still to come. Correct it, or record the activity as planned.")


def _project(entry: ActivityEntry, today: datetime.date) -> Found:
    for field in ("starts_on", "ends_on"):
        if day := getattr(entry, field):
            yield from _within_project(entry.project, field, day)
    for field in ("work_package", "event"):
        part = getattr(entry, field)
        if part and part.project_id != entry.project.pk:
            yield field, _("%(part)s belongs to another project.") % {"part": part}


def _within_project(project: Project, field: str, day: datetime.date) -> Found:
    if day < project.starts_on:
        yield field, _("%(project)s began on %(day)s.") % {"project": project, "day": date_format(project.starts_on)}
    if project.ends_on and day > project.ends_on:
        yield field, _("%(project)s ended on %(day)s.") % {"project": project, "day": date_format(project.ends_on)}


def _partners(entry: ActivityEntry, today: datetime.date) -> Found:
    if not entry.project.participations.filter(partner=entry.lead.pk).exists():
        yield "lead", _("%(partner)s is not in the project %(project)s.") % _names(entry)
    if entry.lead in entry.co_partners:
        yield "co_partners", _("%(partner)s leads the activity. Name only the others here.") % _names(entry)


def _names(entry: ActivityEntry) -> dict[str, Any]:
    return {"partner": entry.lead, "project": entry.project}


def _place(entry: ActivityEntry, today: datetime.date) -> Found:
    if (entry.latitude is None) != (entry.longitude is None):
        yield "latitude", _("Give latitude and longitude together, in degrees.")
    for field, most in (("latitude", 90), ("longitude", 180)):
        degrees = getattr(entry, field)
        if degrees is not None and not -most <= degrees <= most:
            yield field, _("Give degrees between -%(most)d and %(most)d.") % {"most": most}


def _stops(entry: ActivityEntry, today: datetime.date) -> Found:
    for stop in entry.stops:
        if not entry.starts_on <= stop.held_on <= entry.last_day:
            yield "stops", _("%(town)s: the day lies outside the days of the activity.") % {"town": stop.city or "?"}
        if not stop.city.strip():
            yield "stops", _("Give the town of each stop.")
    for (_day, city), times in Counter((stop.held_on, stop.city) for stop in entry.stops).items():
        if times > 1:
            yield "stops", _("%(town)s is named twice for the same day.") % {"town": city}


def _counts(entry: ActivityEntry, today: datetime.date) -> Found:
    for measure, counts in by_measure(entry.counts).items():
        if measure not in AudienceMeasure.values:
            yield "counts", _("“%(value)s” is not a measure.") % {"value": measure}
            continue
        for count in counts:
            yield from _plausible(count)
        yield from _once(counts)
        yield from _within_total(measure, counts)


def _plausible(count: CountEntry) -> Found:
    if count.number < 0:
        yield count.field, _("A number of people is not below zero.")
    if count.number > LARGEST[AudienceMeasure(count.measure)]:
        yield (
            count.field,
            _("%(number)s cannot be; the most that is taken here is %(most)s.")
            % {
                "number": _figure(count.number),
                "most": _figure(LARGEST[AudienceMeasure(count.measure)]),
            },
        )
    if count.sex not in ("", *Sex.values) or count.age_band not in ("", *AgeBand.values):
        yield "counts", _("“%(value)s” is not in the list.") % {"value": count.sex or count.age_band}


def _once(counts: list[CountEntry]) -> Found:
    times = Counter((count.sex, count.age_band, count.country) for count in counts)
    for count in counts:
        if times[count.sex, count.age_band, count.country] > 1:
            yield count.field, _("This part is given twice.")


def _within_total(measure: str, counts: list[CountEntry]) -> Found:
    field, sums = total_field(measure), _sums_by_cut(counts)
    total = next((count.number for count in counts if count.is_total), None)
    if total is None:
        yield field, _("Give the total as well; without it the parts mean nothing.")
        return
    text = _("The parts by %(cut)s add up to %(parts)s, more than the total of %(total)s.")
    for cut, summed in sums.items():
        if summed > total:
            yield field, text % {"cut": _in_words(cut), "parts": _figure(summed), "total": _figure(total)}


def _sums_by_cut(counts: list[CountEntry]) -> dict[tuple[str, ...], int]:
    """Parts of the same cut added up; the total is no part."""
    sums: dict[tuple[str, ...], int] = {}
    for count in counts:
        if count.cut:
            sums[count.cut] = sums.get(count.cut, 0) + count.number
    return sums


def _in_words(cut: tuple[str, ...]) -> str:
    words = {"sex": _("sex"), "age_band": _("age"), "country": _("country")}
    return ", ".join(words[name] for name in cut)


def _figure(number: int) -> str:
    return number_format(number, use_l10n=True, force_grouping=True)
