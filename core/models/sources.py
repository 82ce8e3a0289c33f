"""Sources: who says so, in which document, seen when, under what licence."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.enums import Granularity, SourceKind
from core.history import tracked
from core.models.base import PublicRecord
from core.querysets import SourceQuerySet


@tracked()
class Source(PublicRecord):
    """One document or page. Pages and rows inside it are named by the citing record's locator."""

    ID_KIND = "E"
    URL_NAME = "core:source-detail"

    code = models.SlugField(
        _("code"), max_length=80, unique=True, help_text=_("Short name by which commands and imports refer to it.")
    )
    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind)
    publisher_name = models.CharField(_("publisher or author"), max_length=300)
    publisher = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="published_sources",
        verbose_name=_("publisher on record"),
    )
    document = models.CharField(_("document or file"), max_length=300, blank=True)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    retrieved_on = models.DateField(_("retrieved on"), null=True, blank=True)
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    is_public = models.BooleanField(_("public"), default=False, help_text=_("Anyone can read the document itself."))
    granularity = models.CharField(
        _("granularity"), max_length=10, choices=Granularity, blank=True, help_text=_("For lists of suppliers.")
    )
    note = models.TextField(_("note"), blank=True)

    objects = SourceQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(publisher_name=""),
                name="core_source_says_who_and_what",
                violation_error_message=_("Say who published it and what it is called."),
            ),
            models.CheckConstraint(condition=Q(kind__in=SourceKind.values), name="core_source_kind_known"),
            models.CheckConstraint(
                condition=Q(granularity="") | Q(granularity__in=Granularity.values),
                name="core_source_granularity_known",
            ),
        ]

    def __str__(self) -> str:
        return self.title
