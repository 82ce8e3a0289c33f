"""A project with its coordinator, two partners that work in it, and a stranger."""

import datetime
from dataclasses import dataclass
from typing import Any

import pytest

from campaigns.services.outreach.recording import ActivityEntry
from core.enums import Role
from tests.factories import campaigns, core

NOW = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)
TODAY = NOW.date()


@dataclass
class World:
    project: Any
    coordinator: Any
    lead: Any
    joining: Any
    other: Any
    users: dict[str, Any]

    def entry(self, **changes: Any) -> ActivityEntry:
        values = {
            "project": self.project,
            "lead": self.lead,
            "type": "training",
            "name": "Training for multipliers",
            "starts_on": datetime.date(2026, 2, 10),
            "city": "Vienna",
        }
        return ActivityEntry(**values | changes)

    def activity(self, **values: Any) -> Any:
        return campaigns.ActivityFactory(project=self.project, lead=self.lead, **values)


@pytest.fixture
def world(db: None) -> World:
    coordinator, lead, joining, other = (
        campaigns.PartnerFactory(name=name) for name in ("Coordinator", "Lead", "Joining", "Other")
    )
    project = campaigns.ProjectFactory(
        name="Make ICT Fair",
        code="mif",
        lead=coordinator,
        starts_on=datetime.date(2025, 1, 1),
        ends_on=datetime.date(2027, 12, 31),
    )
    for partner in (lead, joining, other):
        campaigns.ProjectPartnerFactory(project=project, partner=partner)
    users = {
        name: core.UserFactory(role=Role.PARTNER, organisation=partner.organisation)
        for name, partner in (
            ("coordinator", coordinator),
            ("author", lead),
            ("colleague", lead),
            ("co-partner", joining),
            ("other partner", other),
        )
    }
    users["administrator"] = core.UserFactory(role=Role.ADMIN)
    users["stranger"] = core.UserFactory()
    return World(project, coordinator, lead, joining, other, users)
