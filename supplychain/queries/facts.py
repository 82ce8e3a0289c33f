"""What is on record of one factory, fact by fact, each with who states it."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from core.access import access_of
from core.versions import end_of_day, versions_on
from supplychain.enums import FactoryProperty
from supplychain.models import Factory, FactoryIdentifier, FactoryName, FactoryStatement
from supplychain.queries.links import cited
from supplychain.queries.moments import Moment

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

PLACED = (FactoryProperty.ADDRESS, FactoryProperty.POINT)


@dataclass(frozen=True)
class FactoryRecord:
    """The row of a factory now or then, and whether the viewer may read where exactly it stands."""

    row: Any
    shows_location: bool


def factory_record(factory: Factory, user: "User | AnonymousUser", moment: Moment) -> FactoryRecord | None:
    """What the record held of `factory` (annotated by `with_location_for`); None where it was not on record then."""
    if moment.known_on is None:
        return FactoryRecord(factory, factory.shows_location)  # type: ignore[attr-defined]
    related = ("country", "operator__organisation__parent", "successor", "campus", "location_source")
    then = moment.factories_then().select_related(*related).filter(pgh_obj_id=factory.pk).first()
    if then is None:
        return None
    return FactoryRecord(then, factory.shows_location and _opens_then(factory, then, user))  # type: ignore[attr-defined]


def _opens_then(factory: Factory, then: Any, user: "User | AnonymousUser") -> bool:
    """A place that only a private source stated then stays closed to those who see today's by a public one."""
    return _reads_private_places(factory, user) or bool(then.location_source and then.location_source.is_public)


def _reads_private_places(factory: Factory, user: "User | AnonymousUser") -> bool:
    """Where the viewer sees a place that no public source states, own contracts or office open it."""
    by_public_source = factory.location_source is not None and factory.location_source.is_public
    return access_of(user).sees_restricted or (factory.shows_location and not by_public_source)  # type: ignore[attr-defined]


def _on_record(model: Any, factory: Factory, moment: Moment) -> QuerySet[Any]:
    """Rows of `model` about `factory`, now or then."""
    if moment.known_on is None:
        return model.objects.filter(factory=factory)
    versions = model.versions.rel.related_model
    return versions_on(versions, end_of_day(moment.known_on)).filter(factory_id=factory.pk)


def statements_of(
    factory: Factory, record: FactoryRecord, user: "User | AnonymousUser", moment: Moment
) -> dict[str, list[Any]]:
    """Statements by property, latest first, each with `cited`; those of the place as far as they are open."""
    found = _on_record(FactoryStatement, factory, moment).select_related("source").order_by("-stated_on", "-id")
    private_too = _reads_private_places(factory, user)
    result: dict[str, list[Any]] = defaultdict(list)
    for statement in found:
        is_open = record.shows_location and (private_too or statement.source.is_public)
        if statement.property in PLACED and not is_open:
            continue
        statement.cited = cited(statement, user)
        result[statement.property].append(statement)
    return result


def other_names(factory: Factory, user: "User | AnonymousUser", moment: Moment) -> list[Any]:
    """Other names with `cited`."""
    return _with_sources(_on_record(FactoryName, factory, moment).order_by("sort_key", "id"), user)


def identifiers(factory: Factory, user: "User | AnonymousUser", moment: Moment) -> list[Any]:
    """Numbers in registers with `cited`."""
    return _with_sources(_on_record(FactoryIdentifier, factory, moment).order_by("scheme", "value"), user)


def _with_sources(rows: QuerySet[Any], user: "User | AnonymousUser") -> list[Any]:
    found = list(rows.select_related("source"))
    for row in found:
        row.cited = cited(row, user)
    return found


def facts_of(record: FactoryRecord, statements: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """The facts of the page: label, value and the sources that state this value."""
    row = record.row
    facts: list[dict[str, Any]] = []
    if record.shows_location:
        facts.append(_fact(FactoryProperty.ADDRESS, row.address, statements, row.address))
    elif row.address:
        note = _("On record, and open only to buyers whose goods are made here, monitors and administrators.")
        facts.append({"label": FactoryProperty.ADDRESS.label, "value": _("not public"), "note": note})
    facts.append(_fact(FactoryProperty.SUBDIVISION, row.subdivision, statements, row.subdivision))
    facts.append(_fact(FactoryProperty.COUNTRY, str(row.country), statements, row.country_id))
    if record.shows_location and row.latitude is not None:
        facts.append(_point(row, statements))
    facts.append(_fact(FactoryProperty.STATUS, row.get_status_display(), statements, row.status))
    facts.append(_operator(row, statements))
    facts.append(_workers(row, statements))
    return facts


def _fact(
    name: FactoryProperty, value: Any, statements: dict[str, list[Any]], stated: str, **more: Any
) -> dict[str, Any]:
    """`stated` is the value as a statement spells it; other values that sources state become the note."""
    said = statements.get(name, [])
    sources = [one.cited for one in said if one.value == stated[:500]]
    others = list(dict.fromkeys(_figures(one.value) for one in said if one.value != stated[:500]))
    if others and "note" not in more:
        more["note"] = _("Also stated: %(values)s") % {"values": "; ".join(others)}
    return {"label": name.label, "value": value, "sources": sources, **more}


def _figures(value: str) -> str:
    """A bare number as figures are written; anything else as it is."""
    return f"{int(value):,}" if value.isascii() and value.isdigit() else value


def _point(row: Any, statements: dict[str, list[Any]]) -> dict[str, Any]:
    shown = f"{row.latitude:.4f}, {row.longitude:.4f}"
    explained = _("Precision: %(precision)s. %(origin)s.") % {
        "precision": row.get_point_precision_display().lower(),
        "origin": row.get_point_source_display(),
    }
    return _fact(FactoryProperty.POINT, shown, statements, f"{row.latitude:.6f}, {row.longitude:.6f}", note=explained)


def _operator(row: Any, statements: dict[str, list[Any]]) -> dict[str, Any]:
    operator = row.operator
    if operator is None:
        return _fact(FactoryProperty.OPERATOR, "", statements, "")
    group = operator.organisation.parent
    more = {"note": _("Part of %(group)s.") % {"group": group}} if group else {}
    return _fact(
        FactoryProperty.OPERATOR, str(operator), statements, str(operator), url=operator.get_absolute_url(), **more
    )


def _workers(row: Any, statements: dict[str, list[Any]]) -> dict[str, Any]:
    given = [number for number in (row.workers_min, row.workers_max) if number is not None]
    shown = " – ".join(number_format(number, force_grouping=True) for number in dict.fromkeys(given))
    stated = "-".join(str(number) for number in given)
    return _fact(FactoryProperty.WORKERS, shown, statements, stated, date=row.workers_on)
