"""Affiliations of public bodies, as dated events."""

from typing import Any

import pgtrigger
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import PublicRecord, Record
from procurement.enums import AFFILIATED_STAGES, AffiliationRoute, AffiliationStage
from procurement.querysets import AffiliationEventQuerySet, AffiliationQuerySet

_BAND_OF_BODY = """
IF NEW.dues_band_id IS NOT NULL AND NOT EXISTS (
    SELECT FROM procurement_duesband AS band WHERE band.id = NEW.dues_band_id AND band.body_id = NEW.body_id
) THEN
    RAISE check_violation USING CONSTRAINT = 'procurement_affiliation_band_of_body',
        MESSAGE = 'The dues band belongs to another body.';
END IF;
RETURN NEW;
"""
_BEFORE_ESTABLISHED = """
IF EXISTS (
    SELECT FROM new_rows AS step
    JOIN procurement_affiliation AS way ON way.id = step.affiliation_id
    JOIN procurement_procurer AS procurer ON procurer.id = way.procurer_id
    WHERE procurer.established_on > step.happened_on
) THEN
    RAISE check_violation USING CONSTRAINT = 'procurement_affiliationevent_after_establishment',
        MESSAGE = 'The step is older than the public buyer.';
END IF;
RETURN NULL;
"""


def after_establishment(name: str, operation: pgtrigger.Operation) -> pgtrigger.Trigger:
    """Refuses steps from before the public buyer existed; once a statement, for bulk writers."""
    return pgtrigger.Trigger(
        name=name,
        level=pgtrigger.Statement,
        when=pgtrigger.After,
        operation=operation,
        referencing=pgtrigger.Referencing(new="new_rows"),
        func=_BEFORE_ESTABLISHED,
    )


@tracked()
class Affiliation(PublicRecord):
    """One procurer's way to one body (Electronics Watch, the Circular and Fair ICT Pact...).

    `basis_of_count` says how the body counts it (for example directly, or as member of a
    consortium), since published totals differ by that rule.
    """

    ID_KIND = "A"
    URL_NAME = "procurement:affiliation-detail"

    procurer = models.ForeignKey(
        "procurement.Procurer", on_delete=models.PROTECT, related_name="affiliations", verbose_name=_("public buyer")
    )
    body = models.ForeignKey(
        "core.Organisation", on_delete=models.PROTECT, related_name="affiliations_with", verbose_name=_("body")
    )
    basis_of_count = models.CharField(_("basis of count"), max_length=200, blank=True)
    dues_band = models.ForeignKey(
        "procurement.DuesBand",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="affiliations",
        verbose_name=_("dues band"),
    )
    spend_basis = models.CharField(
        _("spend that the band goes by"),
        max_length=200,
        blank=True,
        help_text=_("For example: ICT hardware in scope, contracts of 2025."),
    )

    objects = AffiliationQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
        triggers = [
            *PublicRecord.Meta.triggers,
            pgtrigger.Trigger(
                name="dues_band_of_body",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("dues_band_id", "body_id"),
                func=_BAND_OF_BODY,
            ),
        ]
        constraints = [
            *PublicRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["procurer", "body"],
                condition=Q(merged_into__isnull=True),
                name="procurement_affiliation_once",
                violation_error_message=_("This public buyer already has a record with this body."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procurer} - {self.body}"

    def clean(self) -> None:
        super().clean()
        if self.dues_band is not None and self.dues_band.body_id != self.body_id:
            raise ValidationError({"dues_band": _("This band belongs to another body.")})


@tracked()
class AffiliationEvent(Record):
    """A step on the way, with its day. Affiliation itself names the route, and through whom unless direct."""

    affiliation = models.ForeignKey(
        Affiliation, on_delete=models.CASCADE, related_name="events", verbose_name=_("affiliation")
    )
    stage = models.CharField(_("stage"), max_length=16, choices=AffiliationStage)
    happened_on = models.DateField(_("date"))
    route = models.CharField(_("route"), max_length=24, choices=AffiliationRoute, blank=True)
    via = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("through"),
    )
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )
    note = models.TextField(_("note"), blank=True)

    objects = AffiliationEventQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("affiliation event")
        verbose_name_plural = _("affiliation events")
        triggers = [
            *Record.Meta.triggers,
            after_establishment("after_establishment_insert", pgtrigger.Insert),
            after_establishment("after_establishment_update", pgtrigger.Update),
        ]
        indexes = [
            models.Index(
                fields=["affiliation", "-happened_on", "-id"], include=["stage"], name="procurement_event_latest"
            ),
            models.Index(
                fields=["stage", "happened_on"], include=["affiliation", "id"], name="procurement_event_of_stage"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["affiliation", "stage", "happened_on"], name="procurement_affiliationevent_once"
            ),
            models.CheckConstraint(
                condition=Q(stage__in=AffiliationStage.values), name="procurement_affiliationevent_stage_known"
            ),
            models.CheckConstraint(
                condition=~Q(stage__in=AFFILIATED_STAGES) | Q(route__in=AffiliationRoute.values),
                name="procurement_affiliationevent_route_named",
                violation_error_message=_("An affiliation names its route."),
            ),
            models.CheckConstraint(
                condition=Q(route__in=["", "direct"], via__isnull=True)
                | Q(route__in=["via_consortium", "via_network", "via_framework_authority"], via__isnull=False),
                name="procurement_affiliationevent_via_named",
                violation_error_message=_("Say through whom, unless the route is direct."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_stage_display()} {self.happened_on}"

    def clean(self) -> None:
        super().clean()
        procurer = self.affiliation.procurer if self.affiliation_id else None
        if procurer and procurer.established_on and self.happened_on and self.happened_on < procurer.established_on:
            raise ValidationError({"happened_on": before_established(procurer)})


def before_established(procurer: Any) -> str:
    """What to say of a day before the public buyer existed."""
    day = date_format(procurer.established_on, "j F Y")
    return gettext("%(procurer)s exists since %(day)s; nothing can be recorded before.") % {
        "procurer": procurer,
        "day": day,
    }
