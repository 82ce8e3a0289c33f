"""Who changed what, when and why: statement-level history and its context."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

import pghistory
from django.db import models

if TYPE_CHECKING:
    from core.models import User

ModelClass = TypeVar("ModelClass", bound=type[models.Model])


def tracked() -> Callable[[ModelClass], ModelClass]:
    """Class decorator: every insert, update and delete leaves a snapshot, bulk writes included.

    The snapshots of `Factory` are rows of `FactoryVersion`, reached by `factory.versions`.
    """

    def track(model: ModelClass) -> ModelClass:
        return pghistory.track(
            pghistory.InsertEvent(level=pghistory.Statement),
            pghistory.UpdateEvent(level=pghistory.Statement),
            pghistory.DeleteEvent(level=pghistory.Statement),
            model_name=f"{model.__name__}Version",
            obj_field=pghistory.ObjForeignKey(related_name="versions"),
        )(model)

    return track


class MissingReason(ValueError):
    """A write without a reason; history could not explain it."""


@contextmanager
def change(*, actor: "User | None", reason: str, batch: UUID | str | None = None) -> Iterator[None]:
    """Everything written inside is recorded under `actor`, `reason` and, where given, `batch`.

    `actor` None stands for the system itself (seeds, scheduled jobs). Raises `MissingReason`
    for an empty reason.
    """
    if not reason.strip():
        raise MissingReason
    context: dict[str, Any] = {"reason": reason.strip(), "user": actor.pk if actor else None}
    if batch is not None:
        context["batch"] = str(batch)
    with pghistory.context(**context):
        yield
