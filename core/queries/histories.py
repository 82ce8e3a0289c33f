"""What belongs to a record's history, and which of it a viewer may read.

A `Part` names one tracked model whose versions are told on the record's history page. Its rules are conditions on
rows of the version table: the columns of the row are the state *then*, `pgh_obj` leads to the state *now*. A rule
that guards the present must look at both, so that nothing comes to light because it was public once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import BooleanField, Case, Model, Q, QuerySet, Value, When

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

    Viewer = User | AnonymousUser

Rule = Callable[["Viewer"], Q]


def everyone(user: "Viewer") -> Q:
    """The rule of what everybody may read."""
    return Q()


@dataclass(frozen=True)
class Guarded:
    """Fields of a version that only those may read for whom `rule` holds."""

    fields: frozenset[str]
    rule: Rule


@dataclass(frozen=True)
class Part:
    """Versions of `model` that belong to a history.

    `path` leads from the version table to the subject's id; `named_by` are the fields that tell one record of
    the part from the next.
    """

    model: type[Model]
    path: str = "pgh_obj"
    named_by: tuple[str, ...] = ()
    rule: Rule = everyone
    guarded: tuple[Guarded, ...] = ()

    @property
    def versions(self) -> QuerySet[Any]:
        return self.version_model._default_manager.all()

    @property
    def version_model(self) -> type[Model]:
        version_model: type[Model] = self.model.versions.rel.related_model  # type: ignore[attr-defined]
        return version_model

    def visible_versions(self, subject_id: Any, user: "Viewer") -> QuerySet[Any]:
        """Versions of the subject's records that `user` may see, with `_guard_<n>` telling of guarded fields."""
        found = self.versions.filter(Q(**{self.path: subject_id}) & self.rule(user))
        return found.annotate(**{f"_guard_{n}": _as_boolean(guard.rule(user)) for n, guard in enumerate(self.guarded)})

    def hidden_fields(self, version: Any) -> frozenset[str]:
        """Fields of this version that its reader may not see."""
        return frozenset().union(
            *(guard.fields for n, guard in enumerate(self.guarded) if not getattr(version, f"_guard_{n}"))
        )

    def shown_fields(self) -> list[Any]:
        """Fields that somebody states; keys, the way to the subject, computed and technical columns are left out."""
        return [
            field
            for field in self.model._meta.concrete_fields
            if (field.editable or field.name == "merged_into") and not field.primary_key and field.name != self.path
        ]

    def naming_fields(self) -> list[Any]:
        """The fields of `named_by`."""
        return [self.model._meta.get_field(name) for name in self.named_by]


@dataclass(frozen=True)
class History:
    """The history of one kind of record: its own versions first, then what belongs to it.

    `owner` leads from the record to the organisation that it is about ("the buyer" among those who write).
    """

    own: Part
    related: tuple[Part, ...] = ()
    owner: str = ""

    @property
    def parts(self) -> tuple[Part, ...]:
        return (self.own, *self.related)

    def owner_id(self, subject: Any) -> int | None:
        value = subject
        for name in self.owner.split("__") if self.owner else ():
            value = getattr(value, name)
        return value if self.owner else None


def _as_boolean(rule: Q) -> Case:
    whens = [When(rule, then=Value(True))] if rule else []
    return Case(*whens, default=Value(not rule), output_field=BooleanField())
