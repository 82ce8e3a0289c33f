"""Reference lists of the supply chain; each row has its source."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class ReferenceRow(models.Model):
    """A code and what it stands for. `name` is English and translated through the catalogues."""

    code = models.CharField(_("code"), max_length=20, primary_key=True)
    name = models.CharField(_("name"), max_length=120)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        abstract = True
        ordering = ("position", "code")

    def __str__(self) -> str:
        return gettext(self.name)


class Stage(ReferenceRow):
    """Step of production. Depth counts steps from the buyer; a range where it varies."""

    isic = ArrayField(models.CharField(max_length=4), verbose_name=_("ISIC Rev. 4 classes"), default=list, blank=True)
    depth_min = models.PositiveSmallIntegerField(_("least depth"), null=True, blank=True)
    depth_max = models.PositiveSmallIntegerField(_("greatest depth"), null=True, blank=True)

    class Meta(ReferenceRow.Meta):
        verbose_name = _("stage")
        verbose_name_plural = _("stages")


class ProductCategory(ReferenceRow):
    """One of the six groups of ICT hardware in scope of Electronics Watch."""

    class Meta(ReferenceRow.Meta):
        verbose_name = _("product category")
        verbose_name_plural = _("product categories")


class MainComponent(models.Model):
    """A stage whose sites a buyer of this category should know (chosen by risk and value)."""

    category = models.ForeignKey(
        ProductCategory, on_delete=models.CASCADE, related_name="main_components", verbose_name=_("product category")
    )
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="+", verbose_name=_("stage"))
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        verbose_name = _("main component")
        verbose_name_plural = _("main components")
        constraints = [
            models.UniqueConstraint(fields=["category", "stage"], name="supplychain_main_component_once"),
        ]

    def __str__(self) -> str:
        return f"{self.category}: {self.stage}"


class Mineral(ReferenceRow):
    """A mineral that reporting templates or research name."""

    symbol = models.CharField(_("chemical symbol"), max_length=4, blank=True)
    template = models.CharField(
        _("reporting template"), max_length=20, blank=True, help_text=_("Industry template that asks for it.")
    )

    class Meta(ReferenceRow.Meta):
        verbose_name = _("mineral")
        verbose_name_plural = _("minerals")
