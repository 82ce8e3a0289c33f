"""Who takes part in the scenes of campaign partners."""

from dataclasses import dataclass

from campaigns.models import Partner, Project
from core.models import Organisation
from tests.factories.campaigns import PartnerFactory, ProjectFactory, ProjectPartnerFactory
from tests.factories.core import OrganisationFactory


@dataclass(frozen=True)
class Cast:
    """A project with its partners, a buyer whom the record is about and a member of the group that it belongs to.

    `own` leads the record, `joining` is its co-partner, `coordinator` leads the project and `other` is in it only.
    """

    project: Project
    own: Partner
    joining: Partner
    coordinator: Partner
    other: Partner
    buyer: Organisation
    member: Organisation

    @classmethod
    def assembled(cls) -> "Cast":
        own, joining, coordinator, other = (
            PartnerFactory(name=name) for name in ("Own partner", "Joining partner", "Coordinator", "Other partner")
        )
        project = ProjectFactory(name="Quokka project", lead=coordinator)
        for partner in (own, joining, other):
            ProjectPartnerFactory(project=project, partner=partner)
        buyer, member = OrganisationFactory(name="Quokka City"), OrganisationFactory(name="Group member")
        return cls(project, own, joining, coordinator, other, buyer, member)
