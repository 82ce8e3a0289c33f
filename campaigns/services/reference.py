"""Reference data from the data files of the apps: every row with its source, loading again changes nothing.

Code lists follow their file. What administrators edit (sources, organisations, partners, the main components of
a category) is only ever added: a row that is there already stays as they left it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction

from campaigns.models import Partner, Project, ProjectPartner
from campaigns.services.reference_files import Loaded, reference_id, rows_of
from campaigns.services.results.reference import load_logframe
from core.history import change
from core.models import PublicRecord, Source
from core.transliteration import latin_reading
from supplychain.models import MainComponent


@dataclass(frozen=True)
class Table:
    """One data file `<app>/reference/<name>.csv`, whose columns are the fields of `model`."""

    model: str
    name: str
    key: str
    keeps_edits: bool = False


@dataclass(frozen=True)
class Part:
    """A data file whose rows belong to the record that the column `parent` names by its key."""

    model: str
    name: str
    parent: str


TABLES = (
    Table("core.Source", "sources", "code", keeps_edits=True),
    Table("core.Country", "countries", "code"),
    Table("core.Currency", "currencies", "code"),
    Table("supplychain.Stage", "stages", "code"),
    Table("supplychain.ProductCategory", "product_categories", "code"),
    Table("supplychain.Mineral", "minerals", "code"),
    Table("procurement.LabelScheme", "label_schemes", "code"),
    Table("campaigns.IloConvention", "ilo_conventions", "code"),
    Table("campaigns.QuotedTotal", "quoted_totals", "code"),
    Table("core.Organisation", "organisations", "public_id", keeps_edits=True),
    Table("campaigns.Partner", "partners", "public_id", keeps_edits=True),
    Table("campaigns.Project", "projects", "code", keeps_edits=True),
    Table("campaigns.WorkingGroup", "working_groups", "public_id", keeps_edits=True),
    Table("campaigns.Publication", "publications", "public_id", keeps_edits=True),
    Table("campaigns.PolicyFile", "policy_files", "public_id", keeps_edits=True),
)
# Rows that belong to a record above, for records that have none of them yet: they are there to be edited.
PARTS = (
    Part("campaigns.PublicationParty", "publication_parties", "publication"),
    Part("campaigns.PublicationSubject", "publication_subjects", "publication"),
    Part("campaigns.PolicyRecommendation", "policy_recommendations", "policy_file"),
    Part("campaigns.QuotedGroupSize", "quoted_group_sizes", "group"),
    # What bodies published; new years are added by hand, with their day.
    Part("procurement.DuesBand", "dues_bands", "body"),
)


@transaction.atomic
def load_reference(*, reason: str = "Load reference data") -> Loaded:
    """Bring all reference tables to the state of their files; says how many rows were made and changed."""
    total = Loaded()
    with change(actor=None, reason=reason):
        for table in TABLES:
            total += _load(table)
        total += _load_main_components()
        total += _load_participations()
        total += load_logframe()
        for part in PARTS:
            total += _load_part(part)
    return total


def _load(table: Table) -> Loaded:
    manager = apps.get_model(table.model)._default_manager
    wanted = {values[table.key]: values for values in _values(manager.model, table)}
    present = {getattr(row, table.key): row for row in manager.filter(**{f"{table.key}__in": wanted})}
    manager.bulk_create(manager.model(**values) for key, values in wanted.items() if key not in present)
    changed = 0 if table.keeps_edits else _follow(manager, table.key, wanted, present)
    return Loaded(len(wanted) - len(present), changed, len(present) - changed)


def _follow(manager: Any, key: str, wanted: dict[str, dict[str, Any]], present: dict[str, models.Model]) -> int:
    """Bring the rows to the state of the file; says how many differed from it."""
    stale = [row for code, row in present.items() if _update(row, wanted[code])]
    if stale:
        manager.bulk_update(stale, wanted[getattr(stale[0], key)].keys() - {key})
    return len(stale)


def _update(row: models.Model, values: dict[str, Any]) -> bool:
    """Give `row` these values; tells whether one of them is new."""
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    return bool(differing)


def _values(model: type[models.Model], table: Table) -> Iterator[dict[str, Any]]:
    """Field values of every row of the file, codes of other tables replaced by their ids."""
    rows = rows_of(model._meta.app_label, table.name)
    targets = _targets(model, rows)
    for row in rows:
        cells = {column: text for column, text in row.items() if column != "key"}
        values = dict(_value(model._meta.get_field(column), text, targets) for column, text in cells.items())
        yield values | _identity(model, row)


def _identity(model: type[models.Model], row: dict[str, str]) -> dict[str, Any]:
    """What follows from the row's key and kind, without a column of its own."""
    if not issubclass(model, PublicRecord):
        return {}
    key = row.get("key") or row.get("organisation") or row["code"]
    values: dict[str, Any] = {"public_id": reference_id(model.ID_KIND, key)}
    if "latin_reading" in {field.name for field in model._meta.fields}:
        values["latin_reading"] = latin_reading(row["name"])
    if issubclass(model, Source):
        values["is_public"] = True
    return values


def _targets(model: type[models.Model], rows: list[dict[str, str]]) -> dict[str, dict[str, Any]]:
    """Ids of the records that columns name by their keys, by column; an empty cell names none."""
    named: dict[str, Any] = {field.name: field.related_model for field in model._meta.fields if field.name in rows[0]}
    keys = {name: {row[name] for row in rows} - {""} for name in named}
    return {name: {"": None} | _ids(other, keys[name]) for name, other in named.items() if _has_identity(other)}


def _has_identity(model: Any) -> bool:
    return isinstance(model, type) and issubclass(model, PublicRecord)


def _ids(model: type[PublicRecord], keys: set[str]) -> dict[str, Any]:
    """Ids of records by their keys in the data files."""
    if issubclass(model, Source):
        return dict(model.objects.filter(code__in=keys).values_list("code", "pk"))
    ids = {reference_id(model.ID_KIND, key): key for key in keys}
    found = model._default_manager.filter(public_id__in=ids).values_list("public_id", "pk")
    return {ids[public_id]: pk for public_id, pk in found}


def _load_part(part: Part) -> Loaded:
    model = apps.get_model(part.model)
    rows = rows_of(model._meta.app_label, part.name)
    targets = _targets(model, rows)
    had = set(model._default_manager.values_list(f"{part.parent}_id", flat=True))
    new = [
        model(**dict(_value(model._meta.get_field(column), text, targets) for column, text in row.items()))
        for row in rows
        if targets[part.parent][row[part.parent]] not in had
    ]
    model._default_manager.bulk_create(new)
    return Loaded(created=len(new), unchanged=len(rows) - len(new))


def _value(field: Any, text: str, targets: dict[str, dict[str, Any]]) -> tuple[str, Any]:
    """Attribute and value that the text of a cell stands for; an empty cell is unknown."""
    if isinstance(field, models.ForeignKey):
        return field.attname, targets[field.name][text] if field.name in targets else text or None
    if isinstance(field, ArrayField):
        return field.name, text.split()
    return field.name, field.to_python(text) if text or not field.null else None


def _load_main_components() -> Loaded:
    """The proposed set, for categories that have none yet: the set is there to be edited."""
    rows = rows_of("supplychain", "main_components")
    edited = set(MainComponent.objects.values_list("category_id", flat=True).distinct())
    sources = _ids(Source, {row["source"] for row in rows})
    new = [
        MainComponent(category_id=row["category"], stage_id=row["stage"], source_id=sources[row["source"]])
        for row in rows
        if row["category"] not in edited
    ]
    MainComponent.objects.bulk_create(new)
    return Loaded(created=len(new), unchanged=len(rows) - len(new))


def _load_participations() -> Loaded:
    """Who is in which project, for projects that have nobody yet: a consortium is there to be edited."""
    rows = rows_of("campaigns", "project_partners")
    joined = set(ProjectPartner.objects.values_list("project__code", flat=True).distinct())
    sources = _ids(Source, {row["source"] for row in rows})
    projects = dict(Project.objects.values_list("code", "pk"))
    partners = dict(Partner.objects.values_list("public_id", "pk"))
    new = [
        ProjectPartner(
            project_id=projects[row["project"]],
            partner_id=partners[reference_id("R", row["partner"])],
            role=row["role"],
            source_id=sources[row["source"]],
        )
        for row in rows
        if row["project"] not in joined
    ]
    ProjectPartner.objects.bulk_create(new)
    return Loaded(created=len(new), unchanged=len(rows) - len(new))
