"""Making production links: one place keeps them distinct, gives them role and citations."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from campaigns.services.demo.world import World, save
from core.enums import Audience
from core.models import Organisation, Source
from supplychain.enums import Basis, LinkRole
from supplychain.models import Brand, Factory, LinkCitation, LinkReader, ProductionLink, ProductModel

PARTS = {
    "PCBA": "main board",
    "DSP": "display module",
    "BAT": "battery pack",
    "BATC": "battery cells",
    "STO": "solid-state drive",
    "ENC": "housing",
    "PSU": "power adapter",
    "CAM": "camera module",
    "KEY": "keyboard",
    "SEM-P": "packaged chips",
}
ASSEMBLY = ("FIN", "CFG", "PCBA")


@dataclass(frozen=True)
class Cited:
    """Where a link is read: source, day that it speaks of, place in it."""

    source: Source
    day: datetime.date
    locator: str = ""


@dataclass
class Links:
    """The links of the demo; a second statement of the same link adds a citation to it."""

    world: World
    made: dict[tuple[Any, ...], ProductionLink] = field(default_factory=dict)
    citations: dict[tuple[int, str], LinkCitation] = field(default_factory=dict)
    readers: dict[tuple[int, str], LinkReader] = field(default_factory=dict)
    of_model: dict[str, list[ProductionLink]] = field(default_factory=lambda: defaultdict(list))
    linked: set[str] = field(default_factory=set)

    def state(
        self,
        factory: str,
        brand: Brand,
        stage: str | None,
        basis: str,
        cited: list[Cited],
        *,
        model: ProductModel | None = None,
        audience: str = Audience.PUBLIC,
        **dates: Any,
    ) -> ProductionLink:
        """The link that `cited` sources state, made where it is not there yet."""
        part = PARTS.get(stage or "", "") if model else ""
        key = (factory, brand.public_id, model.public_id if model else "", stage, basis, audience)
        link = self.made.get(key)
        if link is None:
            site = self.world.factories[factory]
            link = self.made[key] = self.world.make(
                ProductionLink,
                factory=site,
                brand=brand,
                product_model=model,
                stage_id=stage,
                component=part,
                role=role_of(site, brand, stage),
                basis=basis,
                audience=audience,
                **({"first_seen": min(each.day for each in cited)} | dates),
            )
            self.linked.add(factory)
            if model:
                self.of_model[model.public_id].append(link)
        for each in cited:
            self._cite(link, each)
        return link

    def read_by(self, link: ProductionLink, organisations: list[Organisation]) -> None:
        """Name the readers of a link that not everyone may see."""
        for organisation in organisations:
            key = (id(link), organisation.public_id)
            if key not in self.readers:
                self.readers[key] = self.world.make(LinkReader, link=link, organisation=organisation)

    def _cite(self, link: ProductionLink, cited: Cited) -> None:
        key = (id(link), cited.source.code)
        if key not in self.citations:
            self.citations[key] = self.world.make(
                LinkCitation, link=link, source=cited.source, seen_on=cited.day, locator=cited.locator
            )

    def save(self) -> None:
        """Write links, citations and readers."""
        save(self.made.values())
        save(self.citations.values())
        save(self.readers.values())


def role_of(factory: Factory, brand: Brand, stage: str | None) -> str:
    """What the operator is to the brand, as far as its kind and the stage tell."""
    operator = factory.operator
    if operator is None:
        return ""
    if operator.organisation_id == brand.organisation_id:
        return LinkRole.OWN_PLANT
    if stage is not None and stage not in ASSEMBLY:
        return LinkRole.COMPONENT_SUPPLIER
    return next((role for role in ("odm", "ems") if role in operator.roles), "") if stage else ""


def is_confirmed(link: ProductionLink) -> bool:
    """Whether the basis confirms; the column itself is known only once the link is saved."""
    return link.basis in (Basis.CONTRACT_DISCLOSURE, Basis.MODEL_DISCLOSURE, Basis.CERTIFICATE, Basis.MONITORING)
