"""Recording the steps of an affiliation."""

import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from core.history import change
from core.models import Organisation, Source
from procurement.enums import AffiliationStage
from procurement.models import Affiliation, AffiliationEvent, Procurer
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User


@transaction.atomic
def record_affiliation_event(
    *,
    actor: "User | None",
    reason: str,
    procurer: Procurer,
    body: Organisation,
    stage: AffiliationStage,
    happened_on: datetime.date,
    route: str = "",
    via: Organisation | None = None,
    source: Source | None = None,
    note: str = "",
) -> AffiliationEvent:
    """A step of `procurer` towards `body`; the first one opens the affiliation's record."""
    with change(actor=actor, reason=reason):
        affiliation = Affiliation.objects.current().filter(procurer=procurer, body=body).first()
        if affiliation is None:
            affiliation = save_checked(Affiliation(procurer=procurer, body=body))
        return save_checked(
            AffiliationEvent(
                affiliation=affiliation,
                stage=stage,
                happened_on=happened_on,
                route=route,
                via=via,
                source=source,
                note=note,
            )
        )
