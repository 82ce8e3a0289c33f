"""Chainable questions about one model, shared by every app."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

from django.db.models import F, Q, QuerySet, TextField, Value
from django.db.models.functions import Concat

from core.access import access_of
from core.matching import FoldedText, as_typed, forgiven, likeness, rank, with_near, words_of
from core.near_words import Near, near_words

if TYPE_CHECKING:
    import datetime

    from django.contrib.auth.models import AnonymousUser

    from core.models import User


RANKED = 1_000
LAST = Value("\U0010ffff", output_field=TextField())


class RecordQuerySet(QuerySet[Any]):
    """Base of all record querysets."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Records that `user` may see; public unless a subclass says otherwise."""
        return self.all()

    def for_listing(self) -> Self:
        """With everything that a list row shows, and no more queries than that."""
        return self.all()


class PublicRecordQuerySet(RecordQuerySet):
    """Records with a public identifier; merged ones live on only as redirects."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        return self.current()

    def current(self) -> Self:
        return self.filter(merged_into__isnull=True)


class SearchableQuerySet(PublicRecordQuerySet):
    """Records that are found by name: those of `core.models.Searchable` and what they name.

    `names` is the ORM path to the searchable columns. `other_names` are relations to rows with
    further names of the record.
    """

    names = ""
    other_names: tuple[str, ...] = ()

    def matching(self, text: str) -> Self:
        """Records that a person who types `text` means; see `core.matching`."""
        return self.filter(self.matching_rule(text))

    def matching_rule(self, text: str) -> Q:
        """Condition of `matching`. Asks once whether any of these records has the words as typed."""
        words = words_of(text)
        if not words:
            return Q(pk__in=[])
        typed = self._named(as_typed, words)
        misspelt = forgiven(words)
        if not misspelt or self.order_by().filter(typed).exists():
            return typed
        near = near_words(misspelt)
        if not any(near.values()):
            return typed
        return self._named(lambda words, prefix: with_near(words, near, prefix), words)

    def _named(self, condition: Callable[[list[str], str], Q], words: list[str]) -> Q:
        rule = condition(words, self.names)
        for relation in map(self.model._meta.get_field, self.other_names):
            named = relation.related_model._default_manager.filter(condition(words, "")).order_by()
            # As numbers: an OR with a subquery would read the whole table, an OR of two indexes does not.
            rule |= Q(pk__in=set(named.values_list(relation.field.attname, flat=True)))
        return rule

    def with_words(self, words: list[str], near: Near | None = None) -> list[Self]:
        """Questions whose answers together are the records that have every word, or one of those `near` to it.

        One for each table of names, so that each is served by its own index.
        """

        def condition(prefix: str) -> Q:
            return as_typed(words, prefix) if near is None else with_near(words, near, prefix)

        questions = [self.filter(condition(self.names))]
        for relation in map(self.model._meta.get_field, self.other_names):
            named = relation.related_model._default_manager.filter(condition("")).order_by()
            questions.append(self.filter(pk__in=named.values(relation.field.attname)))
        return questions

    def beginning_with(self, text: str) -> Self:
        """Records whose name begins with `text`."""
        folded = FoldedText(Value(text.strip()))
        beginning = Q(**{f"{self.names}search_text__startswith": folded})
        # An index of names in order has these side by side.
        beginning &= Q(**{f"{self.names}sort_key__gte": folded, f"{self.names}sort_key__lt": Concat(folded, LAST)})
        return self.filter(beginning)

    def nearest_first(self, text: str) -> Self:
        """Records matching `text`: exactly named ones, names that begin so, names that hold it, similar names.

        Where very many match, names that begin with `text` and `RANKED` of the others are ranked, not all.
        """
        some = self.matching(text).order_by().values("pk")[:RANKED]
        first = self.beginning_with(text).order_by().values("pk")[:RANKED]
        # As numbers: where nothing is found, which is so in most lists, the rows' long join is not even planned.
        found = self.filter(pk__in=set(some.union(first, all=True).values_list("pk", flat=True)))
        return found.by_nearness(text)

    def by_nearness(self, text: str) -> Self:
        """In the order of `nearest_first`."""
        return self.annotate(search_rank=rank(text, self.names)).order_by(
            "search_rank", likeness(text, self.names).desc(), f"{self.names}sort_key", "pk"
        )

    def for_hits(self) -> Self:
        """With what a hit shows."""
        return self.defer("search_grams").prefetch_related(*self.other_names)


class OrganisationQuerySet(SearchableQuerySet):
    pass


class ProfileQuerySet(SearchableQuerySet):
    """One-to-one profiles of an organisation: brands, companies, procurers, suppliers, partners."""

    names = "organisation__"

    def for_listing(self) -> Self:
        return self.select_related("organisation", "organisation__country")

    def for_hits(self) -> Self:
        return self.select_related("organisation").defer("organisation__search_grams")

    def by_name(self) -> Self:
        return self.order_by(F("organisation__sort_key").asc(), "pk")


class SourceQuerySet(PublicRecordQuerySet):
    """Sources: a private one is for monitors and administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        current = super().visible_to(user)
        return current if access_of(user).sees_restricted else current.filter(is_public=True)

    def matching(self, text: str) -> Self:
        """Sources whose title, publisher or code has every word; they are few, and need no index."""
        return self.filter(self.matching_rule(text))

    def matching_rule(self, text: str) -> Q:
        rule = self._named(words_of(text))
        pks = self.model._default_manager.annotate(folded_source=self._folded()).filter(rule)
        return Q(pk__in=pks.values("pk") if rule else [])

    def with_words(self, words: list[str], near: Near | None = None) -> list[Self]:
        """As of names; typing errors are not forgiven here."""
        return [self.alias(folded_source=self._folded()).filter(self._named(words))] if near is None else []

    def for_hits(self) -> Self:
        return self.all()

    def by_nearness(self, text: str) -> Self:
        """As in the list of sources; they have no names that could be near."""
        return self.order_by("title", "pk")

    @staticmethod
    def _folded() -> FoldedText:
        return FoldedText(Concat("title", Value(" "), "publisher_name", Value(" "), "code", output_field=TextField()))

    @staticmethod
    def _named(words: list[str]) -> Q:
        rule = Q()
        for word in words:
            rule &= Q(folded_source__contains=FoldedText(Value(word)))
        return rule


class OwnedQuerySet(PublicRecordQuerySet):
    """Records of one user; administrators see all."""

    owner_field = "owner"

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        access = access_of(user)
        current = super().visible_to(user)
        if access.is_admin:
            return current
        return current.filter(**{self.owner_field: access.user_id}) if access.user_id else current.none()


class JobQuerySet(OwnedQuerySet):
    owner_field = "requested_by"

    def for_listing(self) -> Self:
        """Parts are shown with the whole."""
        return super().for_listing().filter(parent__isnull=True)


class SavedSearchQuerySet(OwnedQuerySet):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """A saved search is nobody else's business, administrators included."""
        return self.current().filter(owner_id=access_of(user).user_id)


class ReportScheduleQuerySet(OwnedQuerySet):
    owner_field = "owner"

    def due_on(self, now: "datetime.datetime") -> Self:
        """Whose moment has come, and whose owner still works here."""
        return self.filter(is_paused=False, next_run_at__lte=now, owner__is_active=True)


class ImportRunQuerySet(PublicRecordQuerySet):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Import runs hold rows as they were read, personal columns perhaps: for administrators."""
        return self.current() if access_of(user).is_admin else self.none()
