"""A project with a partner, somebody who works for it, and an institution."""

import datetime
from dataclasses import dataclass
from typing import Any

import pytest

from campaigns.services.pipeline import move_stage, record_contact
from core.enums import Role
from tests.factories import campaigns, core, procurement

TODAY = datetime.date(2026, 6, 1)


@dataclass
class Stage:
    """Everybody and everything a step needs; `move` and `meet` act as the partner's person."""

    project: Any
    partner: Any
    user: Any
    procurer: Any
    body: Any

    def meet(self, **fields: Any) -> Any:
        return record_contact(
            **{
                "actor": self.user,
                "reason": "Met",
                "procurer": self.procurer,
                "partner": self.partner,
                "project": self.project,
                "kind": "meeting",
                "held_on": datetime.date(2026, 3, 1),
                "subject": "About affiliation",
                "today": TODAY,
            }
            | fields
        )

    def move(self, stage: str, day: datetime.date, **fields: Any) -> Any:
        return move_stage(
            **{
                "actor": self.user,
                "reason": "Told by the institution",
                "procurer": self.procurer,
                "body": self.body,
                "stage": stage,
                "happened_on": day,
                "partner": self.partner,
                "project": self.project,
                "today": TODAY,
            }
            | fields
        )


@pytest.fixture
def scene(db: Any) -> Stage:
    partner = campaigns.PartnerFactory(name="Own partner")
    project = campaigns.ProjectFactory(name="Fair project")
    campaigns.ProjectPartnerFactory(project=project, partner=partner)
    return Stage(
        project=project,
        partner=partner,
        user=core.UserFactory(role=Role.PARTNER, organisation=partner.organisation),
        procurer=procurement.ProcurerFactory(name="City of Ljubljana"),
        body=core.OrganisationFactory(name="Electronics Watch"),
    )
