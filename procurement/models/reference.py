"""Reference lists of procurement; each row has its source."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from procurement.enums import LabelType


class LabelScheme(models.Model):
    """A label that tenders ask for. Names and facts only: schemes are not ranked."""

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    name = models.CharField(_("name"), max_length=120)
    owner_name = models.CharField(_("owner"), max_length=200)
    label_type = models.CharField(_("type"), max_length=3, choices=LabelType, blank=True)
    website = models.URLField(_("website"), blank=True)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        verbose_name = _("label scheme")
        verbose_name_plural = _("label schemes")
        constraints = [
            models.CheckConstraint(
                condition=Q(label_type="") | Q(label_type__in=LabelType.values), name="procurement_label_type_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name
