"""Roll-up of standing links for facets and filters of the factory list."""

from typing import Any

from django.db import models

from core.enums import AudienceLevel

# A reference that the link or factory, which it is copied from, holds already.
COPIED: dict[str, Any] = {
    "on_delete": models.DO_NOTHING,
    "db_constraint": False,
    "db_index": False,
    "related_name": "+",
}


class FactoryFacet(models.Model):
    """One value of one link dimension of one factory, at the widest audience that sees it.

    Derived by `supplychain.services.rollups`; `value` is the id or code as text. Links for named
    organisations count as restricted here and are added live for those who may read them.
    """

    factory = models.ForeignKey("supplychain.Factory", on_delete=models.CASCADE, related_name="facets", db_index=False)
    dimension = models.CharField(max_length=10)
    value = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField(choices=AudienceLevel)

    class Meta:
        constraints = [
            # With the level inside, counts by value are read from this index alone.
            models.UniqueConstraint(
                fields=["dimension", "value", "factory"], include=["level"], name="supplychain_factoryfacet_once"
            ),
            models.CheckConstraint(
                condition=models.Q(dimension__in=["brand", "stage", "product", "basis", "source"]),
                name="supplychain_factoryfacet_dimension_known",
            ),
            models.CheckConstraint(
                condition=models.Q(level__in=AudienceLevel.values), name="supplychain_factoryfacet_level_known"
            ),
        ]
        indexes = [
            models.Index(fields=["factory"], name="supplychain_facet_factory", include=["dimension", "value", "level"])
        ]

    def __str__(self) -> str:
        return f"{self.dimension} {self.value}"


class LinkFacet(models.Model):
    """A standing link with the country of its factory, at the audience that sees it.

    What lists of a country ask of links is read from here, in the order of an index that begins with the
    country; links themselves lie by stage and brand across all countries. Kept by triggers (ADR 20); levels
    as in `FactoryFacet`.
    """

    link = models.OneToOneField("supplychain.ProductionLink", models.DO_NOTHING, primary_key=True, related_name="+")
    factory = models.ForeignKey("supplychain.Factory", **COPIED)
    country = models.ForeignKey("core.Country", **COPIED)
    brand = models.ForeignKey("supplychain.Brand", **COPIED)
    stage = models.ForeignKey("supplychain.Stage", null=True, **COPIED)
    basis = models.CharField(max_length=20)
    level = models.PositiveSmallIntegerField(choices=AudienceLevel)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(level__in=AudienceLevel.values), name="supplychain_linkfacet_level_known"
            )
        ]
        indexes = [
            # All there is, so that lists and counts are read from this index alone.
            models.Index(
                fields=["country", "stage", "brand", "factory", "basis"],
                include=["level"],
                name="supplychain_linkfacet_country",
            )
        ]

    def __str__(self) -> str:
        return f"{self.country_id} {self.link_id}"


class FacetTally(models.Model):
    """So many factories, or links, of a country have a value; the lines of one key add up.

    Triggers add a line for every change, so that nobody waits for another's transaction (ADR 14);
    `supplychain.services.rollups.fold_tallies` makes one of many. Levels as in `FactoryFacet`.
    """

    counted = models.CharField(max_length=7)
    dimension = models.CharField(max_length=10)
    value = models.CharField(max_length=20)
    country = models.CharField(max_length=2)
    level = models.PositiveSmallIntegerField()
    number = models.IntegerField()

    class Meta:
        indexes = [
            # All there is, so that sums are read from this index alone.
            models.Index(
                fields=["counted", "dimension", "value", "country"],
                include=["level", "number"],
                name="supplychain_tally_sums",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(counted__in=["factory", "link"]), name="supplychain_tally_counted_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.counted} {self.dimension} {self.value} {self.country} {self.number:+}"
