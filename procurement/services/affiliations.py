"""Recording the steps of an affiliation: the only writer of stage events."""

import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from core.history import change
from core.models import Organisation, Source
from procurement.enums import AffiliationStage
from procurement.models import AffiliationEvent, Procurer
from procurement.services.following import follow_event
from procurement.services.steps import write_step

if TYPE_CHECKING:
    from core.models import User


@transaction.atomic
def record_affiliation_event(
    *,
    actor: "User | None",
    reason: str,
    procurer: Procurer,
    body: Organisation,
    stage: AffiliationStage | str,
    happened_on: datetime.date,
    today: datetime.date,
    route: str = "",
    via: Organisation | None = None,
    source: Source | None = None,
    note: str = "",
) -> AffiliationEvent:
    """A step of `procurer` towards `body`; the first one opens the affiliation's record.

    Members of a consortium that is affiliated or lapses follow it. Raises `ValidationError` by field for a move that
    `procurement.stages` does not know, a day out of order, an affiliation without route, and for what
    `settings.AFFILIATION_GUARDS` refuse.
    """
    for guard in settings.AFFILIATION_GUARDS:
        import_string(guard)(procurer=procurer, body=body, stage=stage, happened_on=happened_on)
    with change(actor=actor, reason=reason):
        step = write_step(
            procurer=procurer,
            body=body,
            stage=stage,
            happened_on=happened_on,
            today=today,
            route=route,
            via=via,
            source=source,
            note=note,
        )
        follow_event(step, today)
    return step
