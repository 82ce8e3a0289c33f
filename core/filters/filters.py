"""Filters of lists. Each narrows by one parameter of the address and can put its values into words."""

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import django_filters
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.filters.fields import DayField, TextField, ValuesField, YesNoField

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

    Viewer = User | AnonymousUser
Choices = Iterable[tuple[str, Any]]


class WordedFilter(django_filters.Filter):
    """A filter whose value a chip can show. `negatable` ones are offered as `<name>__not` too."""

    negatable = False
    help = ""

    def words(self, value: Any) -> dict[str, str]:
        """Text by value of the address, for the removable chips of this filter."""
        return {str(value): str(value)}

    @property
    def viewer(self) -> "Viewer":
        return self.parent.user


class TextFilter(WordedFilter):
    """Records that match a text; `rule(queryset, text)` says how, and is asked once per list."""

    field_class = TextField

    def __init__(self, rule: Callable[[QuerySet[Any], str], Q], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.rule = rule
        self.known_rules: dict[str, Q] = {}

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        if value not in self.known_rules:
            self.known_rules[value] = self.rule(self.parent.queryset, value)
        return qs.filter(self.known_rules[value])


class AnyOfFilter(WordedFilter):
    """Records that have any of several codes; `<name>__not` leaves out those that have any of them.

    `choices` are pairs of code and label (a TextChoices' `choices`), or a function that gives them.
    `rule(values, user)` may give the condition where it is not simply `<field_name>__in`: for a
    relation with several rows, give `Q(pk__in=subquery)` so that no row appears twice.
    """

    field_class = ValuesField
    negatable = True

    def __init__(
        self,
        field_name: str | None = None,
        *,
        choices: Choices | Callable[[], Choices] = (),
        rule: "Callable[[list[Any], Viewer], Q] | None" = None,
        negated: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(field_name, **kwargs)
        self.choices = choices
        self.rule = rule
        self.negated = negated

    @property
    def field(self) -> Any:
        self.extra["known"] = self.known
        self.extra["accepted"] = self.accepted()
        return super().field

    def pairs(self) -> dict[str, str]:
        choices = self.choices() if callable(self.choices) else self.choices
        return {str(code): str(label) for code, label in choices}

    def known(self, values: list[str]) -> Mapping[str, Any]:
        """The accepted ones among `values`, each with what `condition` needs of it."""
        pairs = self.pairs()
        return {value: value for value in values if value in pairs}

    def accepted(self) -> str:
        return ", ".join(list(self.pairs())[:30])

    def words(self, value: dict[str, Any]) -> dict[str, str]:
        pairs = self.pairs()
        return {text: pairs.get(text, text) for text in value}

    def condition(self, values: list[Any]) -> Q:
        return self.rule(values, self.viewer) if self.rule else Q(**{f"{self.field_name}__in": values})

    def filter(self, qs: QuerySet[Any], value: dict[str, Any]) -> QuerySet[Any]:
        if not value:
            return qs
        condition = self.condition(list(value.values()))
        return qs.exclude(condition) if self.negated else qs.filter(condition)


class RecordsFilter(AnyOfFilter):
    """Records that point at any of several others, named in the address by `key` (public id, code).

    `records(user)` gives those that the viewer may name: another one looks like one that does not
    exist. `rule` gets the found objects' primary keys.
    """

    def __init__(
        self,
        field_name: str | None = None,
        *,
        records: "Callable[[Viewer], QuerySet[Any]]",
        key: str = "public_id",
        **kwargs: Any,
    ) -> None:
        super().__init__(field_name, **kwargs)
        self.records = records
        self.key = key

    def known(self, values: list[str]) -> Mapping[str, Model]:
        if any("\x00" in value for value in values):
            return {}
        found = self.records(self.viewer).filter(**{f"{self.key}__in": values})
        return {str(getattr(record, self.key)): record for record in found}

    def accepted(self) -> str:
        return ""

    def words(self, value: dict[str, Model]) -> dict[str, str]:
        return {text: str(record) for text, record in value.items()}

    def condition(self, values: list[Model]) -> Q:
        return super().condition([record.pk for record in values])


class DayFilter(WordedFilter):
    """A date; `lookup_expr` compares a date column with it."""

    field_class = DayField

    def words(self, value: datetime.date) -> dict[str, str]:
        return {value.isoformat(): value.isoformat()}


class SinceDayFilter(DayFilter):
    """Records whose moment lies on that day (UTC) or later."""

    def filter(self, qs: QuerySet[Any], value: datetime.date | None) -> QuerySet[Any]:
        if value is None:
            return qs
        begin = datetime.datetime.combine(value, datetime.time.min, tzinfo=datetime.UTC)
        return qs.filter(**{f"{self.field_name}__gte": begin})


class YesNoFilter(WordedFilter):
    """`yes` or `no` of a condition: a boolean column, or `rule` (its opposite for `no`)."""

    field_class = YesNoField

    def __init__(self, field_name: str | None = None, *, rule: Q | None = None, **kwargs: Any) -> None:
        super().__init__(field_name, **kwargs)
        self.rule = rule

    def words(self, value: bool) -> dict[str, str]:
        return {"yes" if value else "no": str(_("Yes") if value else _("No"))}

    def filter(self, qs: QuerySet[Any], value: bool | None) -> QuerySet[Any]:
        if value is None:
            return qs
        rule = self.rule or Q(**{self.field_name: True})
        return qs.filter(rule) if value else qs.exclude(rule)
