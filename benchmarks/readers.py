"""Who is signed in while pages are measured."""

from django.db.models import Count
from django.test import Client

from campaigns.enums.projects import PartnerRole
from campaigns.models import Project, ProjectPartner
from core.enums import Role
from core.history import change
from core.models import Membership, User

EMAIL = "coordinator@benchmark.example"


def largest_project() -> Project:
    """The one with most activities."""
    return Project.objects.annotate(size=Count("activities")).order_by("-size", "pk")[0]


def coordinator(project: Project) -> User:
    """Works for the lead partner of the project; made in the first run. Demo accounts could not sign in here."""
    lead = ProjectPartner.objects.select_related("partner").get(project=project, role=PartnerRole.LEAD).partner
    with change(actor=None, reason="Measure"):
        user, _made = User.objects.get_or_create(email=EMAIL, defaults={"name": "Coordinator"})
        Membership.objects.get_or_create(user=user, organisation_id=lead.organisation_id, role=Role.PARTNER)
    return user


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
