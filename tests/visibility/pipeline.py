"""Scenes of the affiliation pipeline."""

from typing import Any

from campaigns.models import Adherence, InstitutionContact, PipelineMove
from procurement.enums import AffiliationStage
from tests.factories.campaigns import AdherenceFactory, InstitutionContactFactory, PipelineMoveFactory
from tests.factories.procurement import AffiliationEventFactory, ProcurerFactory
from tests.visibility.cast import Cast
from tests.visibility.scenes import Probe, Scene, builds, in_detail, in_filter, in_list, sees


def contact_of(cast: Cast, **fields: Any) -> Any:
    return InstitutionContactFactory(
        procurer=ProcurerFactory(organisation=cast.buyer),
        partner=cast.own,
        project=cast.project,
        subject="Zanzibar call",
        **fields,
    )


@builds("contact with an institution", "any")
def contact(cast: Cast, state: str) -> Scene:
    record = contact_of(cast, next_step="Write to zanzibar")
    procurer = record.procurer
    AffiliationEventFactory(affiliation__procurer=procurer, stage=AffiliationStage.AFFILIATED, route="direct")
    return Scene(
        sees(InstitutionContact.objects.visible_to, record),
        [
            *in_detail("contacts", record),
            *in_list("contacts", "Zanzibar call"),
            *in_filter("contacts", "Zanzibar call", f"procurer={procurer.public_id}"),
            Probe("procurer page", f"/procurers/{procurer.public_id}/", "Zanzibar call"),
            Probe("board", "/affiliations/board/", "Write to zanzibar"),
            Probe("funnel", "/affiliations/funnel/affiliated/", "Write to zanzibar"),
        ],
    )


def move_of(cast: Cast) -> Any:
    event = AffiliationEventFactory(
        affiliation__procurer=ProcurerFactory(organisation=cast.buyer),
        affiliation__body__name="Quagga Watch",
        stage=AffiliationStage.ENCOURAGED,
    )
    return PipelineMoveFactory(event=event, partner=cast.own, project=cast.project)


@builds("who made a step of an affiliation", "before affiliated")
def move(cast: Cast, state: str) -> Scene:
    record = move_of(cast)
    address = f"/affiliations/{record.event.affiliation.public_id}/"
    return Scene(sees(PipelineMove.objects.visible_to, record), [Probe("page", address, "Quokka project")])


@builds("part in a pact", "any")
def adherence(cast: Cast, state: str) -> Scene:
    record = AdherenceFactory(organisation__name="Zanzibar League")
    return Scene(
        sees(Adherence.objects.visible_to, record),
        [*in_detail("adherences", record), *in_list("adherences", "Zanzibar League")],
    )


@builds("step before affiliation on board and funnel", "before affiliated")
def early_on_board(cast: Cast, state: str) -> Scene:
    record = move_of(cast)
    return Scene(
        sees(PipelineMove.objects.visible_to, record),
        [
            Probe("board", "/affiliations/board/", "Quagga Watch</p>"),
            Probe("funnel", "/affiliations/funnel/encouraged/", "Quagga Watch"),
        ],
    )
