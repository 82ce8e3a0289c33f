"""Saved searches: a list's address under a name of one's own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models.base import PublicRecord
from core.querysets import SavedSearchQuerySet


class SavedSearch(PublicRecord):
    """Query string of a list, kept by its owner; names are unique per owner and list."""

    ID_KIND = "H"
    URL_NAME = "core:saved-search"

    owner = models.ForeignKey(
        "core.User", on_delete=models.CASCADE, related_name="saved_searches", verbose_name=_("owner")
    )
    listing = models.CharField(_("list"), max_length=40)
    name = models.CharField(_("name"), max_length=120)
    query = models.TextField(_("query"), blank=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        constraints = [
            *PublicRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["owner", "listing", "name"],
                name="core_saved_search_name_once",
                violation_error_message=_("You already have a saved search of this name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
