"""Saved searches: a list's address under a name of one's own. Private, so without history."""

from core.models import SavedSearch, User


def save_search(*, owner: User, listing: str, name: str, query: str) -> SavedSearch:
    """Keeps the search; raises `ValidationError` where the name is empty, too long or taken."""
    search = SavedSearch(owner=owner, listing=listing, name=name.strip(), query=query)
    search.full_clean()
    search.save()
    return search


def rename_search(*, search: SavedSearch, name: str) -> None:
    """Gives it another name; raises `ValidationError` as `save_search` does."""
    search.name = name.strip()
    search.full_clean()
    search.save(update_fields=["name"])


def delete_search(*, search: SavedSearch) -> None:
    search.delete()
