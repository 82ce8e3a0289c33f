"""Procurers and suppliers: who buys, and who holds the contract."""

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Profile
from procurement.enums import BuyerLegalType, BuyerVisibility, ProcurerLevel, SpendBand
from procurement.querysets import ProcurerQuerySet

_STEPS_BEFORE = """
IF EXISTS (
    SELECT FROM procurement_affiliationevent AS step
    JOIN procurement_affiliation AS way ON way.id = step.affiliation_id
    WHERE way.procurer_id = NEW.id AND step.happened_on < NEW.established_on
) THEN
    RAISE check_violation USING CONSTRAINT = 'procurement_procurer_established_before_steps',
        MESSAGE = 'A step of an affiliation is older than the public buyer.';
END IF;
RETURN NEW;
"""


@tracked()
class Procurer(Profile):
    """A public body that buys ICT hardware. Its existence is public; its buying follows `buyer_visibility`."""

    ID_KIND = "P"
    URL_NAME = "procurement:procurer-detail"

    legal_type = models.CharField(_("buyer legal type"), max_length=20, choices=BuyerLegalType, blank=True)
    level = models.CharField(_("level"), max_length=12, choices=ProcurerLevel, blank=True)
    spend_band = models.CharField(_("yearly spend on ICT hardware"), max_length=10, choices=SpendBand, blank=True)
    users_served = models.PositiveIntegerField(_("users served"), null=True, blank=True)
    established_on = models.DateField(
        _("established on"), null=True, blank=True, help_text=_("Nothing can be recorded of it before that day.")
    )
    profile = models.TextField(_("profile"), blank=True)
    buyer_visibility = models.CharField(
        _("who may see what we buy"), max_length=8, choices=BuyerVisibility, default=BuyerVisibility.PRIVATE
    )

    objects = ProcurerQuerySet.as_manager()

    class Meta(Profile.Meta):
        verbose_name = _("public buyer")
        verbose_name_plural = _("public buyers")
        triggers = [
            *Profile.Meta.triggers,
            pgtrigger.Trigger(
                name="steps_after_establishment",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("established_on"),
                func=_STEPS_BEFORE,
            ),
        ]
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

    def clean(self) -> None:
        super().clean()
        if self.pk is None or self.established_on is None:
            return
        if self.affiliations.filter(events__happened_on__lt=self.established_on).exists():
            raise ValidationError(
                {"established_on": _("A step of an affiliation is on record from before that day. Correct it first.")}
            )


@tracked()
class Supplier(Profile):
    """A company, often a reseller: party that holds a contract, often not the brand."""

    ID_KIND = "V"
    URL_NAME = "procurement:supplier-detail"

    class Meta(Profile.Meta):
        verbose_name = _("supplier")
        verbose_name_plural = _("suppliers")
