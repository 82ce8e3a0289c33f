"""Product models: what a contract line buys and a production link makes."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import PublicRecord, Searchable
from supplychain.querysets import ProductModelQuerySet


@tracked()
class ProductModel(Searchable, PublicRecord):
    """A model under a brand. `regulatory_model` is the number on the type label and certificates."""

    ID_KIND = "M"
    URL_NAME = "supplychain:product-detail"

    brand = models.ForeignKey(
        "supplychain.Brand", on_delete=models.PROTECT, related_name="product_models", verbose_name=_("brand")
    )
    category = models.ForeignKey(
        "supplychain.ProductCategory",
        on_delete=models.PROTECT,
        related_name="product_models",
        verbose_name=_("category"),
    )
    regulatory_model = models.CharField(_("regulatory model number"), max_length=80, blank=True)
    part_numbers = ArrayField(models.CharField(max_length=80), verbose_name=_("part numbers"), default=list, blank=True)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = ProductModelQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("product model")
        verbose_name_plural = _("product models")
        indexes = Searchable.Meta.indexes
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.UniqueConstraint(
                fields=["brand", "name", "regulatory_model"],
                name="supplychain_productmodel_once_per_brand",
                violation_error_message=_("The brand already has a model of this name and number."),
            ),
            # Target of the foreign key that keeps a link's or line's brand equal to its model's.
            models.UniqueConstraint(fields=["id", "brand"], name="supplychain_productmodel_with_brand"),
        ]
