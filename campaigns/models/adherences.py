"""Who takes part in a pact, and who supports it."""

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.enums.pipeline import NGO_TYPES, PRODUCER_TYPES, AdherenceKind
from campaigns.models.partners import Partner
from campaigns.querysets.pipeline import AdherenceQuerySet
from core.history import tracked
from core.models import Organisation, PublicRecord
from procurement.models import Procurer, Supplier
from supplychain.models import Brand, Company


def _profile(table: str) -> str:
    return f"EXISTS (SELECT FROM {table} WHERE organisation_id = NEW.organisation_id AND merged_into_id IS NULL)"


_TYPES = ", ".join(f"'{code}'" for code in (*PRODUCER_TYPES, *NGO_TYPES))
_PARTICIPANT_BUYS = f"""
IF NEW.kind = 'participant' AND (
    NOT {_profile("procurement_procurer")}
    OR {_profile("supplychain_brand")}
    OR {_profile("supplychain_company")}
    OR {_profile("procurement_supplier")}
    OR {_profile("campaigns_partner")}
    OR EXISTS (SELECT FROM core_organisation WHERE id = NEW.organisation_id AND iati_type IN ({_TYPES}))
) THEN
    RAISE check_violation USING CONSTRAINT = 'campaigns_adherence_participant_buys',
        MESSAGE = 'Only a public buyer without an interest of its own can be a participant.';
END IF;
RETURN NEW;
"""


@tracked()
class Adherence(PublicRecord):
    """An organisation's part in a pact. Producers and NGOs can support one; only buyers take part.

    `joined_on` unknown means that the source gives no day. The day of leaving is the first one outside.
    """

    ID_KIND = "8"
    URL_NAME = "campaigns:adherence-detail"

    organisation = models.ForeignKey(
        "core.Organisation", on_delete=models.PROTECT, related_name="adherences", verbose_name=_("organisation")
    )
    body = models.ForeignKey(
        "core.Organisation", on_delete=models.PROTECT, related_name="adherents", verbose_name=_("pact")
    )
    kind = models.CharField(_("part"), max_length=12, choices=AdherenceKind)
    joined_on = models.DateField(_("joined on"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = AdherenceQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("adherence to a pact")
        verbose_name_plural = _("adherences to pacts")
        triggers = [
            *PublicRecord.Meta.triggers,
            pgtrigger.Trigger(
                name="participant_buys",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("kind", "organisation_id"),
                func=_PARTICIPANT_BUYS,
            ),
        ]
        constraints = [
            *PublicRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["organisation", "body"],
                condition=Q(merged_into__isnull=True, left_on__isnull=True),
                name="campaigns_adherence_stands_once",
                violation_error_message=_("This organisation is in the pact already."),
            ),
            models.CheckConstraint(condition=Q(kind__in=AdherenceKind.values), name="campaigns_adherence_kind_known"),
            models.CheckConstraint(
                condition=~Q(organisation=F("body")),
                name="campaigns_adherence_not_to_itself",
                violation_error_message=_("A pact does not join itself."),
            ),
            models.CheckConstraint(
                condition=Q(joined_on__isnull=True) | Q(left_on__isnull=True) | Q(left_on__gt=F("joined_on")),
                name="campaigns_adherence_days_in_order",
                violation_error_message=_("An organisation leaves after it joined."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} - {self.body}"

    def clean(self) -> None:
        super().clean()
        if self.kind == AdherenceKind.PARTICIPANT and self.organisation_id:
            why_not = only_supporter(self.organisation)
            if why_not:
                raise ValidationError({"kind": why_not})


def only_supporter(organisation: Organisation) -> str:
    """Why `organisation` can only support a pact; empty where it may take part in one."""
    if organisation.iati_type in PRODUCER_TYPES or _has_profile(organisation, Brand, Company, Supplier):
        return gettext("Producers and sellers can only be supporters.")
    if organisation.iati_type in NGO_TYPES or _has_profile(organisation, Partner):
        return gettext("NGOs and campaign partners can only be supporters.")
    if not _has_profile(organisation, Procurer):
        return gettext("Only a public buyer on record can be a participant.")
    return ""


def _has_profile(organisation: Organisation, *kinds: type[models.Model]) -> bool:
    return any(kind._default_manager.filter(organisation=organisation, merged_into=None).exists() for kind in kinds)
