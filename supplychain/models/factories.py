"""Factories: sites of production, and who says what of them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import PublicRecord, Record, Searchable
from supplychain.enums import (
    FactoryProperty,
    FactoryStatus,
    IdentifierScheme,
    NameKind,
    PointPrecision,
    PointSource,
)
from supplychain.querysets import FactoryQuerySet


@tracked()
class Factory(Searchable, PublicRecord):
    """A site where ICT hardware or a part of it is made.

    The columns hold the value that is shown; `FactoryStatement` holds who stated it and when.
    Address and point are readable for everyone only where `location_source` is public.
    """

    ID_KIND = "F"
    URL_NAME = "supplychain:factory-detail"

    address = models.CharField(_("address as given"), max_length=500, blank=True)
    street = models.CharField(_("street"), max_length=200, blank=True)
    locality = models.CharField(_("town"), max_length=120, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=20, blank=True)
    country = models.ForeignKey("core.Country", on_delete=models.PROTECT, related_name="+", verbose_name=_("country"))
    subdivision = models.CharField(_("region or province"), max_length=120, blank=True)
    latitude = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Degrees, WGS 84."))
    longitude = models.FloatField(_("longitude"), null=True, blank=True, help_text=_("Degrees, WGS 84."))
    point_precision = models.CharField(
        _("precision of the point"), max_length=10, choices=PointPrecision, default=PointPrecision.NONE
    )
    point_source = models.CharField(_("origin of the point"), max_length=10, choices=PointSource, blank=True)
    location_source = models.ForeignKey(
        "core.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("source of address and point"),
    )
    operator = models.ForeignKey(
        "supplychain.Company",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="factories",
        verbose_name=_("operator"),
    )
    status = models.CharField(_("status"), max_length=12, choices=FactoryStatus, default=FactoryStatus.UNCONFIRMED)
    successor = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("moved to")
    )
    campus = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="campus_sites",
        verbose_name=_("part of the campus of"),
    )
    workers_min = models.PositiveIntegerField(_("workers, at least"), null=True, blank=True)
    workers_max = models.PositiveIntegerField(_("workers, at most"), null=True, blank=True)
    workers_on = models.DateField(_("workers counted on"), null=True, blank=True)

    objects = FactoryQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("factory")
        verbose_name_plural = _("factories")
        indexes = [
            *Searchable.Meta.indexes,
            models.Index(fields=["country", "sort_key", "id"], name="supplychain_factory_country"),
            models.Index(fields=["updated_at", "id"], name="supplychain_factory_updated"),
            models.Index(fields=["longitude", "latitude"], name="supplychain_factory_point"),
            # Counts by country and status, and the current ones among any others, are read from this index alone.
            models.Index(
                fields=["country", "status", "id"],
                condition=Q(merged_into__isnull=True),
                name="supplychain_factory_current",
            ),
        ]
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, longitude__isnull=True)
                | Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="supplychain_factory_point_on_earth",
                violation_error_message=_("Give both latitude (-90 to 90) and longitude (-180 to 180), or neither."),
            ),
            models.CheckConstraint(
                condition=~Q(latitude=0, longitude=0),
                name="supplychain_factory_point_not_null_island",
                violation_error_message=_("The point 0, 0 lies in the sea; leave the point empty."),
            ),
            models.CheckConstraint(
                condition=Q(latitude__isnull=True, point_precision=PointPrecision.NONE, point_source="")
                | (Q(latitude__isnull=False, point_source__in=PointSource.values) & ~Q(point_precision="none")),
                name="supplychain_factory_point_explained",
                violation_error_message=_("A point needs its precision and origin; without a point leave them empty."),
            ),
            models.CheckConstraint(
                condition=Q(workers_min__isnull=True)
                | Q(workers_max__isnull=True)
                | Q(workers_max__gte=F("workers_min")),
                name="supplychain_factory_workers_in_order",
                violation_error_message=_("The greatest number of workers is below the least."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=FactoryStatus.values), name="supplychain_factory_status_known"
            ),
            models.CheckConstraint(
                condition=Q(point_precision__in=PointPrecision.values), name="supplychain_factory_precision_known"
            ),
            models.CheckConstraint(
                condition=Q(successor__isnull=True) | Q(status=FactoryStatus.MOVED) & ~Q(successor=F("id")),
                name="supplychain_factory_successor_of_moved",
                violation_error_message=_("Only a factory that moved has another one as successor."),
            ),
            models.CheckConstraint(
                condition=Q(campus__isnull=True) | ~Q(campus=F("id")),
                name="supplychain_factory_not_its_own_campus",
                violation_error_message=_("A factory is not part of its own campus."),
            ),
        ]


@tracked()
class FactoryName(Searchable, Record):
    """Another name of a factory. `name_local_lang` is the language of `name`."""

    factory = models.ForeignKey(
        Factory, on_delete=models.CASCADE, related_name="other_names", verbose_name=_("factory")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=NameKind, default=NameKind.ALIAS)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta(Record.Meta):
        verbose_name = _("other name of a factory")
        verbose_name_plural = _("other names of factories")
        indexes = Searchable.Meta.indexes
        constraints = [
            *Searchable.Meta.constraints,
            models.UniqueConstraint(fields=["factory", "name", "kind"], name="supplychain_factoryname_once"),
            models.CheckConstraint(condition=Q(kind__in=NameKind.values), name="supplychain_factoryname_kind_known"),
        ]


@tracked()
class FactoryIdentifier(Record):
    """A number that a register gave to a factory."""

    factory = models.ForeignKey(
        Factory, on_delete=models.CASCADE, related_name="identifiers", verbose_name=_("factory")
    )
    scheme = models.CharField(_("scheme"), max_length=10, choices=IdentifierScheme)
    value = models.CharField(_("value"), max_length=60)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta(Record.Meta):
        verbose_name = _("identifier of a factory")
        verbose_name_plural = _("identifiers of factories")
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="supplychain_factoryidentifier_unique",
                violation_error_message=_("Another factory has this identifier."),
            ),
            models.CheckConstraint(
                condition=Q(scheme__in=IdentifierScheme.values), name="supplychain_factoryidentifier_scheme_known"
            ),
            models.CheckConstraint(
                condition=~Q(scheme="duns") | Q(value__regex=r"^[0-9]{9}$"),
                name="supplychain_factoryidentifier_duns_form",
                violation_error_message=_("A DUNS number has nine digits."),
            ),
            models.CheckConstraint(
                condition=~Q(scheme="lei") | Q(value__regex=r"^[0-9A-Z]{18}[0-9]{2}$"),
                name="supplychain_factoryidentifier_lei_form",
                violation_error_message=_("An LEI has 18 letters or digits and two check digits."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scheme_display()} {self.value}"


@tracked()
class FactoryStatement(Record):
    """What one source says of one property of a factory; nothing is overwritten."""

    factory = models.ForeignKey(Factory, on_delete=models.CASCADE, related_name="statements", verbose_name=_("factory"))
    property = models.CharField(_("property"), max_length=12, choices=FactoryProperty)
    value = models.CharField(_("value"), max_length=500)
    language = models.CharField(_("language"), max_length=20, blank=True)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))
    locator = models.CharField(_("page or row"), max_length=120, blank=True)
    stated_on = models.DateField(_("stated on"))

    class Meta(Record.Meta):
        verbose_name = _("statement about a factory")
        verbose_name_plural = _("statements about factories")
        constraints = [
            models.UniqueConstraint(
                fields=["factory", "property", "value", "source"], name="supplychain_factorystatement_once"
            ),
            models.CheckConstraint(
                condition=Q(property__in=FactoryProperty.values), name="supplychain_factorystatement_property_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_property_display()}: {self.value}"
