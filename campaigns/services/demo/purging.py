"""`purge_demo`: every fictional row goes, with its history and the people of the demo, and nothing else."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction

from campaigns.models import CampaignResource, EvidenceFile
from campaigns.services.outreach.evidence import forget_files
from core.history import change
from core.models import User
from core.services.words import rebuild_words
from supplychain.services.rollups import fold_tallies

SHOWN = 10
# Models whose `path` names a file in the storage.
WITH_FILES: tuple[type[models.Model], ...] = (EvidenceFile, CampaignResource)


class StillNeeded(Exception):
    """Records that are not fictional refer to demo rows; the text of each names both."""

    def __init__(self, dependents: list[str]) -> None:
        super().__init__(dependents)
        self.dependents = dependents


@transaction.atomic
def purge_demo(*, reason: str = "Purge the demonstration") -> int:
    """Remove all demo rows with their files and say how many rows there were.

    Raises `StillNeeded` and then removes none. Files go once the transaction holds.
    """
    flagged = list(_in_order(demo_models()))
    if dependents := [text for model in flagged for text in _dependents(model)]:
        raise StillNeeded(dependents)
    removed, paths = 0, _paths()
    with change(actor=None, reason=reason):
        for model in flagged:
            _release(model)
        for model in flagged:
            removed += _rows(model)._raw_delete(using=connection.alias)
    _forget(flagged)
    # What still pointed at a demo row would fail here and not only at the end of the transaction.
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    # Derived rows too: lines that cancel each other out, and words that no name has any more.
    fold_tallies()
    rebuild_words()
    forget_files(paths)
    return removed


def _paths() -> list[str]:
    """Where files of demo rows lie."""
    return [path for model in WITH_FILES for path in _rows(model).exclude(path="").values_list("path", flat=True)]


def demo_models() -> list[type[models.Model]]:
    """Models whose rows may be fictional, tables of history left out."""
    return [model for model in apps.get_models() if _has_flag(model) and not hasattr(model, "pgh_tracked_model")]


def history_of(model: type[models.Model]) -> type[models.Model] | None:
    """The table of the model's history, where it has one."""
    return next(
        (each for each in apps.get_models() if getattr(each, "pgh_tracked_model", None) is model),
        None,
    )


def _has_flag(model: type[models.Model]) -> bool:
    return any(field.name == "is_demo" for field in model._meta.fields)


def _rows(model: type[models.Model]) -> Any:
    return model._base_manager.filter(is_demo=True)


def _in_order(listed: list[type[models.Model]]) -> Iterator[type[models.Model]]:
    """Models so that each comes before those that it refers to; reference to itself aside."""
    left = list(listed)
    while left:
        free = [model for model in left if not _referred_to(model, left)] or left[:1]
        yield from free
        left = [model for model in left if model not in free]


def _referred_to(model: type[models.Model], by: list[type[models.Model]]) -> bool:
    return any(relation.related_model in by for relation in _relations(model) if relation.related_model is not model)


def _relations(model: type[models.Model]) -> list[Any]:
    """Foreign keys that point at the model, but those of history and of copies that triggers keep."""
    fields: list[Any] = model._meta.get_fields(include_hidden=True)
    backwards = [field for field in fields if (field.one_to_many or field.one_to_one) and field.auto_created]
    return [field for field in backwards if not (_is_history(field.related_model) or _is_copied(field))]


def _is_history(model: type[models.Model]) -> bool:
    """History keeps what it was told."""
    return model._meta.app_label == "pghistory" or hasattr(model, "pgh_tracked_model")


def _is_copied(relation: Any) -> bool:
    return relation.on_delete is models.DO_NOTHING


def _real_rows(relation: Any) -> Any:
    """Rows that are not fictional and refer to a fictional one."""
    # By a subquery, not a join: a joined delete becomes one by primary key, whose plan may be a loop in a loop.
    fictional = relation.model._base_manager.filter(is_demo=True)
    rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": fictional})
    return rows.exclude(is_demo=True) if _has_flag(relation.related_model) else rows


def _goes_along(relation: Any) -> bool:
    """Whether a row that is no record of its own goes with the demo row, as an account's tokens or a roll-up do."""
    return relation.on_delete is models.CASCADE and (relation.model is User or not _has_flag(relation.related_model))


def _dependents(model: type[models.Model]) -> Iterator[str]:
    """Texts of the records that keep a demo row from going."""
    for relation in _relations(model):
        if relation.on_delete is models.SET_NULL or _goes_along(relation):
            continue
        for row in _real_rows(relation).select_related(relation.field.name)[:SHOWN]:
            kind = relation.related_model._meta.verbose_name
            yield f"{kind} “{row}” refers to {model._meta.verbose_name} “{getattr(row, relation.field.name)}”"


def _release(model: type[models.Model]) -> None:
    """Take along what goes with the demo rows, and empty what may stay without them."""
    for relation in _relations(model):
        if relation.on_delete is models.SET_NULL:
            _real_rows(relation).update(**{relation.field.name: None})
        elif _goes_along(relation):
            _real_rows(relation)._raw_delete(using=connection.alias)


def _forget(flagged: list[type[models.Model]]) -> None:
    """Remove the history of the demo rows and the contexts that told of nothing else."""
    histories = [history for model in flagged if (history := history_of(model))]
    contexts: set[Any] = set()
    for history in histories:
        contexts |= set(_rows(history).exclude(pgh_context=None).values_list("pgh_context", flat=True).distinct())
        _rows(history)._raw_delete(using=connection.alias)
    for history in [each for each in apps.get_models() if hasattr(each, "pgh_tracked_model")]:
        still = history._base_manager.filter(pgh_context__in=contexts)
        contexts -= set(still.values_list("pgh_context", flat=True).distinct())
    apps.get_model("pghistory", "Context")._base_manager.filter(pk__in=contexts)._raw_delete(using=connection.alias)
