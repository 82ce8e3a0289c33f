"""Supply relations: what lists say of brand and company where they name no site."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Record


@tracked()
class SupplyRelation(Record):
    """A brand names a company as supplier in a country or region, without the site.

    `last_seen` is null while the latest list of this granularity still names it.
    """

    brand = models.ForeignKey(
        "supplychain.Brand", on_delete=models.PROTECT, related_name="supply_relations", verbose_name=_("brand")
    )
    company = models.ForeignKey(
        "supplychain.Company", on_delete=models.PROTECT, related_name="supply_relations", verbose_name=_("company")
    )
    country = models.ForeignKey("core.Country", on_delete=models.PROTECT, related_name="+", verbose_name=_("country"))
    region = models.CharField(_("region or province"), max_length=120, blank=True)
    first_seen = models.DateField(_("first seen"))
    last_seen = models.DateField(_("last seen"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("supply relation")
        verbose_name_plural = _("supply relations")
        constraints = [
            models.UniqueConstraint(
                fields=["brand", "company", "country", "region"], name="supplychain_supplyrelation_once"
            ),
            models.CheckConstraint(
                condition=Q(last_seen__isnull=True) | Q(last_seen__gte=F("first_seen")),
                name="supplychain_supplyrelation_seen_in_order",
                violation_error_message=_("The relation was last seen before it was first seen."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.company} - {self.brand}"


@tracked()
class RelationCitation(Record):
    """A source of a supply relation, and where in it."""

    relation = models.ForeignKey(
        SupplyRelation, on_delete=models.CASCADE, related_name="citations", verbose_name=_("supply relation")
    )
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, related_name="relation_citations", verbose_name=_("source")
    )
    locator = models.CharField(_("page or row"), max_length=120, blank=True)
    seen_on = models.DateField(_("as of"))

    class Meta(Record.Meta):
        verbose_name = _("source of a supply relation")
        verbose_name_plural = _("sources of supply relations")
        constraints = [
            models.UniqueConstraint(fields=["relation", "source"], name="supplychain_relationcitation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.locator}".strip()
