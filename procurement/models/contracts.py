"""Contracts and their lines: what was bought, from whom, for how much."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import PublicRecord, Record
from core.models.base import folded
from procurement.querysets import ContractLineQuerySet, ContractQuerySet


@tracked()
class Contract(PublicRecord):
    """A contract for ICT hardware. `notice` is the public notice that names it, where there is one."""

    ID_KIND = "K"
    URL_NAME = "procurement:contract-detail"

    buyer = models.ForeignKey(
        "procurement.Procurer", on_delete=models.PROTECT, related_name="contracts", verbose_name=_("buyer")
    )
    supplier = models.ForeignKey(
        "procurement.Supplier",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contracts",
        verbose_name=_("supplier"),
    )
    title = models.CharField(_("title"), max_length=300)
    reference = models.CharField(_("buyer's reference"), max_length=80, blank=True)
    signed_on = models.DateField(_("signed on"), null=True, blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    value_amount = models.DecimalField(_("value"), max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.ForeignKey(
        "core.Currency", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("currency")
    )
    notice = models.ForeignKey(
        "core.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("public notice"),
    )
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    # Found by title and by the buyer's own reference, as names are (see `core.models.Searchable`).
    sort_key = models.GeneratedField(expression=folded("title"), output_field=models.TextField(), db_persist=True)
    search_text = models.GeneratedField(
        expression=folded("title", "reference"), output_field=models.TextField(), db_persist=True
    )
    search_grams = models.GeneratedField(
        expression=models.Func(
            F("title"), F("reference"), function="cjk_grams", output_field=ArrayField(models.TextField())
        ),
        output_field=ArrayField(models.TextField()),
        db_persist=True,
    )

    objects = ContractQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("contract")
        verbose_name_plural = _("contracts")
        indexes = [
            models.Index(fields=["-starts_on", "id"], name="procurement_contract_start"),
            models.Index(fields=["sort_key", "id"], name="procurement_contract_sort"),
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="procurement_contract_trgm"),
            GinIndex(fields=["search_grams"], name="procurement_contract_grams"),
        ]
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(title=""),
                name="procurement_contract_title_given",
                violation_error_message=_("Give a title."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="procurement_contract_period_in_order",
                violation_error_message=_("The contract ends before it starts."),
            ),
            models.CheckConstraint(
                condition=Q(value_amount__isnull=True) | Q(value_amount__gte=0, currency__isnull=False),
                name="procurement_contract_value_has_currency",
                violation_error_message=_("A value is not negative and has a currency."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class ContractLine(Record):
    """What one line of a contract buys: a model, or a brand's goods of a category."""

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="lines", verbose_name=_("contract"))
    number = models.PositiveSmallIntegerField(_("line"))
    product_model = models.ForeignKey(
        "supplychain.ProductModel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contract_lines",
        verbose_name=_("product model"),
    )
    brand = models.ForeignKey(
        "supplychain.Brand", on_delete=models.PROTECT, related_name="contract_lines", verbose_name=_("brand")
    )
    category = models.ForeignKey(
        "supplychain.ProductCategory", on_delete=models.PROTECT, related_name="+", verbose_name=_("category")
    )
    description = models.CharField(_("description"), max_length=300, blank=True)
    quantity = models.PositiveIntegerField(_("quantity"), null=True, blank=True)
    value_amount = models.DecimalField(_("value"), max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.ForeignKey(
        "core.Currency", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("currency")
    )
    period_from = models.DateField(_("bought from"), null=True, blank=True)
    period_to = models.DateField(_("bought until"), null=True, blank=True)

    objects = ContractLineQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("contract line")
        verbose_name_plural = _("contract lines")
        indexes = [models.Index(fields=["brand", "product_model"], name="procurement_line_brand_model")]
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "number"],
                name="procurement_contractline_number_once",
                violation_error_message=_("The contract already has a line of this number."),
            ),
            models.CheckConstraint(
                condition=Q(quantity__isnull=True) | Q(quantity__gt=0),
                name="procurement_contractline_quantity_positive",
                violation_error_message=_("A quantity is above zero."),
            ),
            models.CheckConstraint(
                condition=Q(value_amount__isnull=True) | Q(value_amount__gte=0, currency__isnull=False),
                name="procurement_contractline_value_has_currency",
                violation_error_message=_("A value is not negative and has a currency."),
            ),
            models.CheckConstraint(
                condition=Q(period_to__isnull=True) | Q(period_from__isnull=True) | Q(period_to__gte=F("period_from")),
                name="procurement_contractline_period_in_order",
                violation_error_message=_("The period ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.product_model or self.description or self.brand}"
