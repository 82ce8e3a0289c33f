"""Institutions on their way to an affiliation, one line each, read piece by piece."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.utils.translation import gettext as _

from campaigns.models import InstitutionContact, PipelineMove
from campaigns.queries.pipeline import Scope, latest_steps, open_steps_of
from core.reports.document import Column, Kind, Table
from procurement.enums import AffiliationStage
from procurement.models import AffiliationEvent

if TYPE_CHECKING:
    from core.reports.report import Viewer

PIECE = 2_000
PRINTED = 300
# As the pipeline runs, then the ways out of it.
PLACE = Case(
    *(When(stage=stage, then=Value(place)) for place, stage in enumerate(AffiliationStage)),
    output_field=IntegerField(),
)


def pipeline_table(scope: Scope, user: "Viewer") -> Table:
    """Where each institution stands on the day: by stage, who stands there longest first."""
    return Table(
        name="pipeline",
        title=_("Institutions"),
        columns=[
            Column("institution", _("Institution"), width=2.4),
            Column("country", _("Country"), width=1.2),
            Column("body", _("With"), width=1.5),
            Column("stage", _("Stage"), width=1.2),
            Column("since", _("Since"), Kind.DAY, width=1.2),
            Column("days", _("Days"), Kind.NUMBER, width=0.7),
            Column("route", _("Route"), width=1.2),
            Column("via", _("Through"), width=1.3),
            Column("partner", _("Partner"), width=1.4),
            Column("owner", _("In charge"), width=1.2),
            Column("next_step", _("Next step"), width=1.9),
            Column("next_step_on", _("By"), Kind.DAY, width=1.2),
        ],
        rows=PipelineRows(scope, user),
        count=latest_steps(scope, user).count(),
        empty=_("Nobody stood anywhere on this day."),
        printed=PRINTED,
    )


class PipelineRows:
    """Can be read again and again; each reading asks the database anew."""

    def __init__(self, scope: Scope, user: "Viewer") -> None:
        self.scope = scope
        self.user = user

    def __iter__(self) -> Iterator[list[Any]]:
        reader = self._steps().iterator(chunk_size=PIECE)
        while piece := list(islice(reader, PIECE)):
            yield from self._piece(piece)

    def _steps(self) -> QuerySet[AffiliationEvent]:
        latest = latest_steps(self.scope, self.user).values("pk")
        related = ("affiliation__procurer__organisation__country", "affiliation__body", "via")
        found = AffiliationEvent.objects.filter(pk__in=latest).select_related(*related)
        return found.order_by(PLACE, "happened_on", "affiliation__procurer__organisation__sort_key", "pk")

    def _piece(self, steps: Sequence[AffiliationEvent]) -> Iterator[list[Any]]:
        contacts = open_steps_of([step.affiliation for step in steps], self.user)
        moves = PipelineMove.objects.visible_to(self.user).filter(event__in=[step.pk for step in steps])
        partners = dict(moves.values_list("event", "partner__organisation__name"))
        for step in steps:
            yield [*_standing(step, self.scope), partners.get(step.pk), *_next(contacts.get(step.affiliation_id))]


def _standing(step: AffiliationEvent, scope: Scope) -> list[Any]:
    organisation = step.affiliation.procurer.organisation
    return [
        organisation.name,
        str(organisation.country) if organisation.country else None,
        step.affiliation.body.name,
        step.get_stage_display(),
        step.happened_on,
        (scope.day - step.happened_on).days,
        step.get_route_display(),
        step.via.name if step.via else None,
    ]


def _next(contact: InstitutionContact | None) -> list[Any]:
    """Who is in charge, the next step and its day."""
    if contact is None:
        return [None, None, None]
    return [str(contact.owner) if contact.owner else None, contact.next_step, contact.next_step_on]
