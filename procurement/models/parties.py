"""Procurers and suppliers: who buys, and who holds the contract."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Profile
from procurement.enums import BuyerLegalType, BuyerVisibility, ProcurerLevel, SpendBand
from procurement.querysets import ProcurerQuerySet


@tracked()
class Procurer(Profile):
    """A public body that buys ICT hardware. Its existence is public; its buying follows `buyer_visibility`."""

    ID_KIND = "P"
    URL_NAME = "procurement:procurer-detail"

    legal_type = models.CharField(_("buyer legal type"), max_length=20, choices=BuyerLegalType, blank=True)
    level = models.CharField(_("level"), max_length=12, choices=ProcurerLevel, blank=True)
    spend_band = models.CharField(_("yearly spend on ICT hardware"), max_length=10, choices=SpendBand, blank=True)
    users_served = models.PositiveIntegerField(_("users served"), null=True, blank=True)
    profile = models.TextField(_("profile"), blank=True)
    buyer_visibility = models.CharField(
        _("who may see what we buy"), max_length=8, choices=BuyerVisibility, default=BuyerVisibility.PRIVATE
    )

    objects = ProcurerQuerySet.as_manager()

    class Meta(Profile.Meta):
        verbose_name = _("public buyer")
        verbose_name_plural = _("public buyers")
        constraints = [
            *Profile.Meta.constraints,
            models.CheckConstraint(
                condition=Q(buyer_visibility__in=BuyerVisibility.values),
                name="procurement_procurer_visibility_known",
            ),
            models.CheckConstraint(
                condition=Q(level="") | Q(level__in=ProcurerLevel.values), name="procurement_procurer_level_known"
            ),
            models.CheckConstraint(
                condition=Q(spend_band="") | Q(spend_band__in=SpendBand.values),
                name="procurement_procurer_spend_band_known",
            ),
            models.CheckConstraint(
                condition=Q(legal_type="") | Q(legal_type__in=BuyerLegalType.values),
                name="procurement_procurer_legal_type_known",
            ),
        ]


@tracked()
class Supplier(Profile):
    """A contractor or reseller: party that holds a contract, often not the brand."""

    ID_KIND = "V"
    URL_NAME = "procurement:supplier-detail"

    class Meta(Profile.Meta):
        verbose_name = _("supplier")
        verbose_name_plural = _("suppliers")
