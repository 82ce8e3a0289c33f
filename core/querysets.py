"""Chainable questions about one model, shared by every app."""

from typing import TYPE_CHECKING, Any, Self

from django.db.models import F, Func, Q, QuerySet, TextField, Value

from core.access import access_of

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


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


class FoldedText(Func):
    """Lower case without accents, as stored sort keys and search texts are."""

    function = "fold_text"
    output_field = TextField()


class SearchableQuerySet(PublicRecordQuerySet):
    """Records with a generated `search_text` (folded) and `search_grams` (CJK n-grams)."""

    def matching(self, query: str) -> Self:
        """Records whose names contain `query`, or come close to it (typing errors).

        Short Chinese, Japanese and Korean queries match as substrings through the index on
        one- and two-character grams, which trigrams cannot serve.
        """
        return self.filter(self._matches(query)) if query.strip() else self.none()

    @staticmethod
    def _matches(query: str) -> Q:
        folded = FoldedText(Value(query.strip()))
        return Q(search_text__contains=folded) | Q(search_text__trigram_word_similar=folded)


class OrganisationQuerySet(SearchableQuerySet):
    pass


class ProfileQuerySet(PublicRecordQuerySet):
    """One-to-one profiles of an organisation: brands, companies, procurers, suppliers, partners."""

    def for_listing(self) -> Self:
        return self.select_related("organisation", "organisation__country")

    def by_name(self) -> Self:
        return self.order_by(F("organisation__sort_key").asc(), "pk")


class SourceQuerySet(PublicRecordQuerySet):
    """Sources: a private one is for monitors and administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        current = super().visible_to(user)
        return current if access_of(user).sees_restricted else current.filter(is_public=True)


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


class SavedSearchQuerySet(OwnedQuerySet):
    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """A saved search is nobody else's business, administrators included."""
        return self.current().filter(owner_id=access_of(user).user_id)
