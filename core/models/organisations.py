"""Organisations: the parties of everything else."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.enums import IatiOrganisationType
from core.history import tracked
from core.models.base import PublicRecord, Record, Searchable
from core.querysets import OrganisationQuerySet


@tracked()
class Organisation(Searchable, PublicRecord):
    """A body of any kind. What it is to us (brand, buyer, supplier...) are its profiles."""

    ID_KIND = "G"
    URL_NAME = "core:organisation-detail"

    short_name = models.CharField(_("short name"), max_length=80, blank=True)
    country = models.ForeignKey(
        "core.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    city = models.CharField(_("city"), max_length=120, blank=True)
    website = models.URLField(_("website"), blank=True)
    iati_type = models.CharField(_("IATI organisation type"), max_length=2, choices=IatiOrganisationType, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        indexes = Searchable.Meta.indexes
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(iati_type="") | Q(iati_type__in=IatiOrganisationType.values),
                name="core_organisation_iati_type_known",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=models.F("id")),
                name="core_organisation_not_its_own_parent",
                violation_error_message=_("An organisation cannot be part of itself."),
            ),
        ]


@tracked()
class OrganisationIdentifier(Record):
    """A number that a register gave to an organisation."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="identifiers", verbose_name=_("organisation")
    )
    scheme = models.CharField(_("scheme"), max_length=20, help_text=_("For example LEI, DUNS or an org-id code."))
    value = models.CharField(_("value"), max_length=100)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta(Record.Meta):
        verbose_name = _("organisation identifier")
        verbose_name_plural = _("organisation identifiers")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="core_organisation_identifier_unique",
                violation_error_message=_("Another organisation has this identifier."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"
