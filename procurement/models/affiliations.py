"""Affiliations of public bodies, as dated events."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import PublicRecord, Record
from procurement.enums import AFFILIATED_STAGES, AffiliationRoute, AffiliationStage
from procurement.querysets import AffiliationEventQuerySet, AffiliationQuerySet


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

    objects = AffiliationQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("affiliation")
        verbose_name_plural = _("affiliations")
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
        indexes = [models.Index(fields=["affiliation", "-happened_on", "-id"], name="procurement_event_latest")]
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
