"""Recording factories: every value that is shown has a statement that says who stated it and when."""

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from core.history import change
from core.models import Source
from supplychain.enums import FactoryProperty
from supplychain.models import Factory, FactoryStatement

if TYPE_CHECKING:
    from core.models import User


@dataclass(frozen=True)
class Stated:
    """The document that states the values, the place in it and its date."""

    source: Source
    stated_on: datetime.date
    locator: str = ""


# Columns of a factory that each stated property rests on.
COLUMNS: dict[str, tuple[str, ...]] = {
    FactoryProperty.NAME: ("name",),
    FactoryProperty.NAME_LOCAL: ("name_local",),
    FactoryProperty.ADDRESS: ("address",),
    FactoryProperty.COUNTRY: ("country",),
    FactoryProperty.SUBDIVISION: ("subdivision",),
    FactoryProperty.POINT: ("latitude", "longitude"),
    FactoryProperty.STATUS: ("status",),
    FactoryProperty.WORKERS: ("workers_min", "workers_max"),
    FactoryProperty.OPERATOR: ("operator",),
}
PLACED = ("address", "latitude")


@transaction.atomic
def create_factory(*, actor: "User | None", reason: str, stated: Stated, **values: Any) -> Factory:
    """A new factory with a statement for each value given."""
    factory = Factory(**values)
    if any(values.get(name) for name in PLACED):
        factory.location_source = values.get("location_source", stated.source)
    with change(actor=actor, reason=reason):
        factory.full_clean()
        factory.save()
        _state(factory, set(values), stated)
    return factory


@transaction.atomic
def update_factory(*, factory: Factory, actor: "User | None", reason: str, stated: Stated, **values: Any) -> list[str]:
    """Shows the new `values`; what was stated before stays among the statements. Returns the changed fields.

    A value that is stated again is no change of the factory, but a further statement of it.
    """
    if any(values.get(name) for name in PLACED):
        values.setdefault("location_source", stated.source)
    changed = [name for name, value in values.items() if getattr(factory, name) != value]
    for name in changed:
        setattr(factory, name, values[name])
    with change(actor=actor, reason=reason):
        factory.full_clean()
        if changed:
            factory.save(update_fields=changed)
        _state(factory, set(values), stated)
    return changed


def stated_value(factory: Factory, name: str) -> str:
    """What a statement of this property says, as text; empty where the factory has no such value."""
    if name == FactoryProperty.COUNTRY:
        return str(factory.country_id)
    given = [value for column in COLUMNS[name] if (value := getattr(factory, column)) is not None]
    if name == FactoryProperty.POINT:
        return ", ".join(f"{value:.6f}" for value in given)
    return "-".join(str(value) for value in given)


def _state(factory: Factory, given: set[str], stated: Stated) -> None:
    """A statement for each property that rests on a `given` column."""
    properties = [name for name, columns in COLUMNS.items() if given.intersection(columns)]
    FactoryStatement.objects.bulk_create(
        [
            FactoryStatement(
                factory=factory,
                property=name,
                value=value[:500],
                language=factory.name_local_lang if name == FactoryProperty.NAME_LOCAL else "",
                source=stated.source,
                locator=stated.locator,
                stated_on=stated.stated_on,
                is_demo=factory.is_demo,
            )
            for name in properties
            if (value := stated_value(factory, name))
        ],
        ignore_conflicts=True,
    )
