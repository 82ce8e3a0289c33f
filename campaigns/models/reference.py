"""Reference lists of campaigns; each row has its source."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class IloConvention(models.Model):
    """A convention or protocol of the International Labour Organization."""

    code = models.CharField(_("code"), max_length=8, primary_key=True, help_text=_("For example C087 or P029."))
    title = models.CharField(_("title"), max_length=200)
    year = models.PositiveSmallIntegerField(_("year"))
    is_fundamental = models.BooleanField(_("fundamental"), default=False)
    is_governance = models.BooleanField(_("governance (priority)"), default=False)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta:
        verbose_name = _("ILO convention")
        verbose_name_plural = _("ILO conventions")

    def __str__(self) -> str:
        return f"{self.code} {gettext(self.title)}"


class QuotedTotal(models.Model):
    """A figure that a source published. Shown as a quotation, never mixed with counts of this record."""

    code = models.SlugField(_("code"), max_length=40, primary_key=True)
    label = models.CharField(_("what it counts"), max_length=200)
    value = models.PositiveBigIntegerField(_("figure"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))
    stated_on = models.DateField(_("as of"), null=True, blank=True)

    class Meta:
        verbose_name = _("quoted total")
        verbose_name_plural = _("quoted totals")
        ordering = ("position",)
        constraints = [
            models.CheckConstraint(condition=~Q(label=""), name="campaigns_quotedtotal_label_given"),
        ]

    def __str__(self) -> str:
        return f"{self.value} {gettext(self.label)}"
