"""A project of two partners, and people who log for them."""

import datetime
import uuid
from dataclasses import dataclass, field
from typing import Any

from campaigns.models import Partner, Project
from core.enums import Role
from core.models import User
from tests.factories.campaigns import PartnerFactory, ProjectFactory, ProjectPartnerFactory
from tests.factories.core import CountryFactory, UserFactory

DAY = datetime.date(2026, 1, 15)


@dataclass
class Scene:
    """`lead` coordinates `project`; `partner` is the organisation that `user` logs for."""

    lead: Partner = field(default_factory=lambda: PartnerFactory(name="Quokka Watch"))
    partner: Partner = field(default_factory=lambda: PartnerFactory(name="Numbat Action"))
    project: Project = field(init=False)
    user: User = field(init=False)

    def __post_init__(self) -> None:
        self.project = ProjectFactory(name="Fair Wires", lead=self.lead)
        ProjectPartnerFactory(project=self.project, partner=self.partner)
        CountryFactory(code="DE")
        self.user = self.member(name="Ana Ro")

    def member(self, partner: Partner | None = None, **kwargs: Any) -> User:
        return UserFactory(role=Role.PARTNER, organisation=(partner or self.partner).organisation, **kwargs)

    def fields(self, **given: Any) -> dict[str, list[str]]:
        """A complete entry as a form sends it."""
        values = {
            "project": self.project.public_id,
            "lead": self.partner.public_id,
            "type": "workshop",
            "name": "Workshop on fair laptops",
            "starts_on": DAY.isoformat(),
            "is_done": "yes",
            "city": "Bonn",
            "country": "DE",
            "language": "de",
            "count_participants": "24",
        } | given
        return {name: value if isinstance(value, list) else [str(value)] for name, value in values.items()}

    def message(self, number: uuid.UUID | None = None, owner: User | None = None, **given: Any) -> dict[str, Any]:
        """An entry as a device sends it."""
        return {"id": str(number or uuid.uuid4()), "owner": (owner or self.user).pk, "fields": self.fields(**given)}
