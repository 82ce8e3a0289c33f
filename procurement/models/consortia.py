"""Who buys together with whom, and what bodies ask of those who affiliate."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Record
from procurement.querysets import ConsortiumMemberQuerySet, DuesBandQuerySet


@tracked()
class ConsortiumMember(Record):
    """A public buyer's time in a purchasing consortium. The day of leaving is the first one outside."""

    consortium = models.ForeignKey(
        "procurement.Procurer",
        on_delete=models.PROTECT,
        related_name="consortium_members",
        verbose_name=_("consortium"),
    )
    member = models.ForeignKey(
        "procurement.Procurer", on_delete=models.PROTECT, related_name="consortia", verbose_name=_("member")
    )
    joined_on = models.DateField(_("joined on"))
    left_on = models.DateField(_("left on"), null=True, blank=True)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = ConsortiumMemberQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("consortium member")
        verbose_name_plural = _("consortium members")
        constraints = [
            models.UniqueConstraint(
                fields=["consortium", "member", "joined_on"],
                name="procurement_consortiummember_once",
                violation_error_message=_("This membership is on record already."),
            ),
            models.UniqueConstraint(
                fields=["consortium", "member"],
                condition=Q(left_on__isnull=True),
                name="procurement_consortiummember_stands_once",
                violation_error_message=_("It is a member already."),
            ),
            models.CheckConstraint(
                condition=~Q(consortium=F("member")),
                name="procurement_consortiummember_not_itself",
                violation_error_message=_("A consortium is not its own member."),
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gt=F("joined_on")),
                name="procurement_consortiummember_days_in_order",
                violation_error_message=_("A member leaves after it joined."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member} - {self.consortium}"

    def clean(self) -> None:
        super().clean()
        if not (self.consortium_id and self.member_id and self.joined_on):
            return
        others = ConsortiumMember.objects.filter(consortium=self.consortium_id, member=self.member_id)
        if others.exclude(pk=self.pk).overlapping(self.joined_on, self.left_on).exists():
            raise ValidationError({"joined_on": _("It was a member in that time already.")})


@tracked()
class DuesBand(Record):
    """What a body asks of those who affiliate, exactly as it published it.

    Never a calculator: published bands contradict themselves, and `note` says where. `valid_from` unknown
    means that the source gives no day.
    """

    body = models.ForeignKey(
        "core.Organisation", on_delete=models.PROTECT, related_name="dues_bands", verbose_name=_("body")
    )
    code = models.CharField(_("band"), max_length=20)
    spend_from = models.DecimalField(
        _("spend from"), max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    spend_to = models.DecimalField(
        _("spend up to"), max_digits=14, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    currency = models.ForeignKey(
        "core.Currency", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("currency")
    )
    rate_percent = models.DecimalField(_("rate, per cent"), max_digits=6, decimal_places=3, null=True, blank=True)
    minimum = models.DecimalField(_("at least"), max_digits=12, decimal_places=2, null=True, blank=True)
    maximum = models.DecimalField(_("at most"), max_digits=12, decimal_places=2, null=True, blank=True)
    valid_from = models.DateField(_("in force from"), null=True, blank=True)
    valid_to = models.DateField(_("in force until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    objects = DuesBandQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("dues band")
        verbose_name_plural = _("dues bands")
        constraints = [
            models.UniqueConstraint(
                fields=["body", "code", "valid_from"],
                nulls_distinct=False,
                name="procurement_duesband_once",
                violation_error_message=_("This band is on record from that day already."),
            ),
            models.CheckConstraint(
                condition=Q(spend_from__isnull=True) | Q(spend_to__isnull=True) | Q(spend_to__gte=F("spend_from")),
                name="procurement_duesband_spend_in_order",
                violation_error_message=_("The band ends below its beginning."),
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="procurement_duesband_days_in_order",
                violation_error_message=_("A band ends after it began."),
            ),
            models.CheckConstraint(
                condition=Q(rate_percent__isnull=True) | Q(rate_percent__range=(0, 100)),
                name="procurement_duesband_rate_is_percentage",
                violation_error_message=_("A rate lies between 0 and 100 per cent."),
            ),
            models.CheckConstraint(
                condition=Q(currency__isnull=False)
                | Q(spend_from__isnull=True, spend_to__isnull=True, minimum__isnull=True, maximum__isnull=True),
                name="procurement_duesband_amounts_with_currency",
                violation_error_message=_("Give amounts with their currency."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.code}"
