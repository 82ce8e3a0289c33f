"""Fields of the campaigns' forms: records by identifier or name, parts by country, stops."""

import datetime
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from campaigns.services.outreach.entries import StopEntry
from core.models import Country

MOST_RECORDS = 200
_NAMED_ID = re.compile(r"\(([0-9A-Z-]{4,16})\)\s*$")
_COUNTRY_PART = re.compile(r"([A-Za-z]{2})\s*[:=]?\s*(-?\d+)")


class LinesWidget(forms.Textarea):
    """One thing a line; an address or form that gives the name several times means the same."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 3, **(attrs or {})})

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        given = data.getlist(name) if isinstance(data, QueryDict) else data.get(name, "")
        return given if isinstance(given, str) else "\n".join(map(str, given))


class RecordsField(forms.Field):
    """Records, each by its identifier, by its name, or as this field shows it: "Name (identifier)".

    `records` gives those that may be named; `name_path` is where their name stands.
    """

    widget = LinesWidget

    def __init__(self, *, records: QuerySet[Any], name_path: str, **kwargs: Any) -> None:
        super().__init__(**{"required": False, **kwargs})
        self.records = records
        self.name_path = name_path

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        return "\n".join(named(record) for record in value)

    def clean(self, value: Any) -> tuple[Any, ...]:
        texts = _texts_in(value or "")
        if len(texts) > MOST_RECORDS:
            raise forms.ValidationError(_("Name at most %(most)d.") % {"most": MOST_RECORDS})
        found = self._found(texts) if texts else {}
        problems = [_problem(text, found.get(text, [])) for text in texts if len(found.get(text, [])) != 1]
        if problems:
            raise forms.ValidationError(problems)
        return tuple(dict.fromkeys(found[text][0] for text in texts))

    def _found(self, texts: list[str]) -> dict[str, list[Any]]:
        keys = {text: identifier_in(text) for text in texts}
        rule = Q(public_id__in=[key.upper() for key in keys.values()])
        for text in texts:
            rule |= Q(**{f"{self.name_path}__iexact": text})
        by_key: dict[str, list[Any]] = {}
        for record in self.records.filter(rule):
            by_key.setdefault(record.public_id, []).append(record)
            by_key.setdefault(_name(record, self.name_path).casefold(), []).append(record)
        return {text: by_key.get(key.upper(), []) or by_key.get(text.casefold(), []) for text, key in keys.items()}


def _texts_in(value: str) -> list[str]:
    return list(dict.fromkeys(text.strip() for text in re.split(r"[\n;]", value) if text.strip()))


def plain(value: Any) -> Any:
    """A figure as people write it, without the noughts behind the point; anything else as it is."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def named(record: Any) -> str:
    """A record as fields show it; `identifier_in` reads it back."""
    return f"{record} ({record.public_id})"


def identifier_in(text: str) -> str:
    """The identifier of "Name (identifier)", else the text as it is."""
    read = _NAMED_ID.search(text)
    return read.group(1) if read else text


def _name(record: Any, path: str) -> str:
    for part in path.split("__"):
        record = getattr(record, part)
    return str(record)


def _problem(text: str, found: list[Any]) -> str:
    if found:
        return _("Several are called “%(value)s”. Give the identifier.") % {"value": text[:200]}
    return _("“%(value)s” is not on record.") % {"value": text[:200]}


class CountryPartsField(forms.CharField):
    """Parts by country: "AT 20; DE 15". Gives pairs of code and number."""

    def clean(self, value: Any) -> list[tuple[str, int]]:
        pairs = []
        for text in re.split(r"[;,\n]", super().clean(value)):
            if not text.strip():
                continue
            read = _COUNTRY_PART.fullmatch(text.strip())
            if not read:
                raise forms.ValidationError(
                    _("“%(value)s” is not a country's code and a number, such as AT 20.") % {"value": text.strip()[:80]}
                )
            pairs.append((read.group(1).upper(), int(read.group(2))))
        _require_countries(code for code, _number in pairs)
        return pairs


def _require_countries(codes: Iterable[str]) -> dict[str, Country]:
    wanted = set(codes)
    known = Country.objects.in_bulk(list(wanted)) if wanted else {}
    if unknown := sorted(wanted - known.keys()):
        raise forms.ValidationError(_("There is no country with the code %(value)s.") % {"value": ", ".join(unknown)})
    return known


class StopsField(forms.CharField):
    """Stops, one a line: "2026-03-01; Vienna; AT; University". Country and place may be left out."""

    widget = LinesWidget

    def prepare_value(self, value: Any) -> Any:
        if value is None or isinstance(value, str):
            return value
        return "\n".join(map(_line_of, value))

    def clean(self, value: Any) -> tuple[StopEntry, ...]:
        rows = [
            [cell.strip() for cell in line.split(";")] for line in super().clean(value).splitlines() if line.strip()
        ]
        read = [(self._day(row[0]), [*row[1:], "", "", ""]) for row in rows]
        countries = _require_countries(cells[1].upper() for _day, cells in read if cells[1])
        return tuple(
            StopEntry(day, cells[0][:120], countries.get(cells[1].upper()), cells[2][:200]) for day, cells in read
        )

    def _day(self, text: str) -> datetime.date:
        try:
            return datetime.date.fromisoformat(text)
        except ValueError as error:
            raise forms.ValidationError(
                _("“%(value)s” is not a date like 2026-01-31.") % {"value": text[:80]}
            ) from error


def _line_of(stop: Any) -> str:
    cells = [stop.held_on.isoformat(), stop.city, stop.country.pk if stop.country else "", stop.venue]
    return "; ".join(cells).rstrip("; ")
