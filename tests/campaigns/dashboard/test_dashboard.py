"""The dashboard: own records for a partner, the whole project for its coordinator, and a way behind each figure."""

import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campaigns.panels import addresses
from campaigns.panels import desk as panels
from campaigns.queries.desk import (
    Desk,
    awaiting_approval,
    desk_of,
    latest_threads,
    not_handed_in,
    overdue_steps,
    period_of,
    places_of,
    projects_of,
    returned,
    targets_of,
)
from core.enums import Role
from core.models import User
from tests.factories import campaigns
from tests.factories.core import CountryFactory, UserFactory
from tests.factories.procurement import AffiliationEventFactory

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)


class Scene:
    """A running project with a coordinator and two partners."""

    def __init__(self) -> None:
        self.coordinator, self.own, self.other = (
            campaigns.PartnerFactory(name=name) for name in ("Coordinator", "Own", "Other")
        )
        self.project = campaigns.ProjectFactory(
            name="Quokka", lead=self.coordinator, starts_on=datetime.date(2025, 1, 1), ends_on=None
        )
        for partner in (self.own, self.other):
            campaigns.ProjectPartnerFactory(project=self.project, partner=partner)

    def user(self, partner: Any) -> User:
        return UserFactory(role=Role.PARTNER, organisation=partner.organisation)

    def desk(self, partner: Any) -> Desk:
        return desk_of(self.user(partner), self.project, TODAY)

    def activity(self, lead: Any = None, **values: Any) -> Any:
        values.setdefault("starts_on", datetime.date(2026, 3, 1))
        return campaigns.ActivityFactory(project=self.project, lead=lead or self.own, **values)

    def fill(self) -> None:
        """One more row in every section."""
        result = campaigns.ResultFactory(project=self.project)
        for partner in (None, self.own):
            campaigns.IndicatorPeriodFactory(indicator=campaigns.IndicatorFactory(result=result, partner=partner))
        for lead in (self.own, self.coordinator):
            for state in ("done", "submitted", "returned"):
                self.activity(lead, state=state)
            campaigns.AudienceCountFactory(activity=self.activity(lead, approved=True, country=CountryFactory()))
            campaigns.InstitutionContactFactory(
                project=self.project, partner=lead, next_step="Call back", next_step_on=datetime.date(2026, 4, 1)
            )


@pytest.fixture
def scene() -> Scene:
    return Scene()


def page(user: User, address: str = "/dashboard/", status: int = 200) -> str:
    client = Client()
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def names(rows: Any) -> list[str]:
    return [row.name for row in rows]


def test_strangers_sign_in_and_those_who_are_no_partners_are_refused() -> None:
    assert Client().get("/dashboard/").status_code == 302
    page(UserFactory(), status=403)


def test_a_partner_sees_its_own_records_and_the_coordinator_all(scene: Scene) -> None:
    scene.activity(name="Mine", state="done")
    scene.activity(scene.other, name="Theirs", state="done")
    scene.activity(scene.other, name="Handed in", state="submitted")
    own, coordinator = scene.desk(scene.own), scene.desk(scene.coordinator)
    assert (own.coordinates, own.own_partner) == (False, scene.own)
    assert (coordinator.coordinates, coordinator.own_partner) == (True, None)
    assert names(not_handed_in(own).rows) == ["Mine"]
    assert names(own.activities) == ["Mine"]
    assert coordinator.activities.count() == 3
    assert names(awaiting_approval(coordinator).rows) == ["Handed in"]
    text = page(scene.user(scene.own))
    assert "Mine" in text
    assert "Theirs" not in text
    assert "Waiting for your approval" not in text
    assert "Handed in" in page(scene.user(scene.coordinator))


def test_planned_ones_are_to_finish_once_their_day_has_passed(scene: Scene) -> None:
    scene.activity(name="Past", state="planned", starts_on=datetime.date(2026, 5, 31))
    scene.activity(name="To come", state="planned", starts_on=TODAY)
    assert names(not_handed_in(scene.desk(scene.own)).rows) == ["Past"]


def test_returned_ones_come_with_the_latest_comment(scene: Scene) -> None:
    activity = scene.activity(state="returned")
    for day, comment in ((1, "First"), (2, "Say how many")):
        campaigns.ActivityDecisionFactory(
            activity=activity,
            from_state="submitted",
            to_state="returned",
            comment=comment,
            decided_at=datetime.datetime(2026, 4, day, tzinfo=datetime.UTC),
        )
    (row,) = returned(scene.desk(scene.own)).rows
    assert row.return_comment == "Say how many"
    assert "Say how many" in page(scene.user(scene.own))
    assert returned(scene.desk(scene.other)).count == 0


def test_overdue_steps_are_those_of_the_own_partner(scene: Scene) -> None:
    for partner, day in ((scene.own, 31), (scene.other, 30)):
        campaigns.InstitutionContactFactory(
            project=scene.project, partner=partner, next_step="Call", next_step_on=datetime.date(2026, 5, day)
        )
    campaigns.InstitutionContactFactory(project=scene.project, partner=scene.own, next_step="Write", next_step_on=TODAY)
    assert overdue_steps(scene.desk(scene.own)).count == 1
    assert [row.partner for row in overdue_steps(scene.desk(scene.coordinator)).rows] == [scene.other, scene.own]


def test_totals_and_places_are_of_approved_ones_of_the_period(scene: Scene) -> None:
    belgium = CountryFactory(code="BE", name="Belgium")
    for values in ({"approved": True}, {"approved": True, "country": belgium}, {"state": "submitted"}):
        campaigns.AudienceCountFactory(activity=scene.activity(**values), number=40)
    campaigns.AudienceCountFactory(activity=scene.activity(approved=True, starts_on=datetime.date(2025, 3, 1)))
    campaigns.AudienceCountFactory(activity=scene.activity(scene.other, approved=True), number=2)
    request = RequestFactory().get("/")
    (total,) = panels.reached(request, scene.desk(scene.own))["totals"]
    assert (total["number"], total["activities"]) == (80, 2)
    (whole,) = panels.reached(request, scene.desk(scene.coordinator))["totals"]
    assert whole["number"] == 82
    assert [(row["country"], row["activities"]) for row in places_of(scene.desk(scene.own))] == [("BE", 1), (None, 1)]


def test_targets_are_the_partners_shares_else_those_of_all(scene: Scene) -> None:
    result = campaigns.ResultFactory(project=scene.project)
    whole = campaigns.IndicatorFactory(result=result, name="Whole")
    share = campaigns.IndicatorFactory(result=result, name="Share", parent=whole, partner=scene.own)
    for indicator in (whole, share):
        campaigns.IndicatorPeriodFactory(indicator=indicator, target=4)
    campaigns.ActivityIndicatorFactory(indicator=share, activity=scene.activity(approved=True))
    told = {
        who: [(row.indicator.name, row.actual, row.target) for row in targets_of(scene.desk(partner))]
        for who, partner in (("own", scene.own), ("other", scene.other), ("all", scene.coordinator))
    }
    assert told == {"own": [("Share", 1, 4)], "other": [("Whole", 1, 4)], "all": [("Whole", 1, 4)]}
    assert "1 of 4" in page(scene.user(scene.own))


def test_words_percentages_and_missing_targets_are_told_apart(scene: Scene) -> None:
    result = campaigns.ResultFactory(project=scene.project)
    for values in ({"qualitative": True}, {"percentage": True}):
        campaigns.IndicatorPeriodFactory(indicator=campaigns.IndicatorFactory(result=result, **values))
    campaigns.IndicatorPeriodFactory(indicator=campaigns.IndicatorFactory(result=result), target=None)
    text = page(scene.user(scene.coordinator))
    assert text.count("nothing reported yet") == 2
    assert "no target set" in text


def test_the_funnel_is_that_of_the_own_partner(scene: Scene) -> None:
    for partner in (scene.own, scene.other):
        event = AffiliationEventFactory(stage="contacted", happened_on=datetime.date(2026, 2, 1))
        campaigns.PipelineMoveFactory(event=event, partner=partner, project=scene.project)
    request = RequestFactory().get("/")
    own = panels.funnel(request, scene.desk(scene.own))["rows"]
    assert [row["row"].reached for row in own] == [1, 1]
    assert scene.own.public_id in own[0]["url"]
    assert [row["row"].reached for row in panels.funnel(request, scene.desk(scene.coordinator))["rows"]] == [2, 2]


def test_the_period_is_that_of_the_indicators(scene: Scene) -> None:
    assert period_of(scene.project, TODAY) == (datetime.date(2026, 1, 1), datetime.date(2026, 12, 31))
    indicator = campaigns.IndicatorFactory(result=campaigns.ResultFactory(project=scene.project))
    days = (datetime.date(2026, 2, 1), datetime.date(2026, 7, 31))
    campaigns.IndicatorPeriodFactory(indicator=indicator, starts_on=days[0], ends_on=days[1])
    assert period_of(scene.project, TODAY) == days
    assert period_of(scene.project, datetime.date(2027, 1, 1)) == days
    ended = campaigns.ProjectFactory(starts_on=datetime.date(2018, 1, 1), ends_on=datetime.date(2020, 12, 31))
    assert period_of(ended, TODAY)[0] == datetime.date(2020, 1, 1)


def test_running_projects_come_first_and_another_can_be_chosen(scene: Scene) -> None:
    old = campaigns.ProjectFactory(
        name="Old one", starts_on=datetime.date(2018, 1, 1), ends_on=datetime.date(2020, 12, 31)
    )
    campaigns.ProjectPartnerFactory(project=old, partner=scene.own)
    user = scene.user(scene.own)
    assert [(row.name, row.is_running) for row in projects_of(user, TODAY)] == [("Quokka", True), ("Old one", False)]
    assert "Old one (not running)" in page(user)
    assert "1 January 2020" in page(user, f"/dashboard/?project={old.public_id}")
    page(user, f"/dashboard/?project={campaigns.ProjectFactory().public_id}", status=404)


def test_without_a_project_the_page_says_what_to_do() -> None:
    partner = campaigns.PartnerFactory()
    user = UserFactory(role=Role.PARTNER, organisation=partner.organisation)
    assert "No project yet" in page(user)


def test_an_administrator_chooses_among_all_projects(scene: Scene, settings: Any) -> None:
    settings.DEMO = True
    administrator = UserFactory(is_superuser=True)
    campaigns.GroupPostFactory()
    assert latest_threads(administrator) == []
    assert "Whole project" in page(administrator)


def test_drafts_and_threads_are_ones_own(scene: Scene) -> None:
    user = scene.user(scene.own)
    campaigns.ActivityDraftFactory(owner=user, data={"name": "Half a record"})
    campaigns.ActivityDraftFactory(owner=user)
    campaigns.ActivityDraftFactory(data={"name": "Not mine"})
    thread = campaigns.GroupPostFactory().thread
    assert latest_threads(user) == []
    campaigns.GroupMembershipFactory(group=thread.group, organisation=scene.own.organisation)
    text = page(User.objects.get(pk=user.pk))
    assert "Half a record" in text
    assert "Draft without a title" in text
    assert "Not mine" not in text
    assert thread.title in text


def test_figures_open_to_the_list_with_its_filters(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "reverse", lambda name, args: f"/{name}/")
    own, whole = scene.desk(scene.own), scene.desk(scene.coordinator)
    project = scene.project.public_id
    assert addresses.activities(own) == f"/campaigns:activity-list/?project={project}&lead={scene.own.public_id}"
    assert addresses.counted(whole, country="BE") == (
        f"/campaigns:activity-list/?project={project}&state=approved&state=locked"
        "&from_day=2026-01-01&to_day=2026-12-31&country=BE"
    )
    assert addresses.address("dashboard") == "/campaigns:dashboard/"


def test_a_page_that_does_not_exist_has_no_address() -> None:
    assert addresses.address("no-such-page") == ""


@pytest.mark.parametrize("who", ["own", "coordinator"])
def test_the_page_takes_the_same_queries_for_one_and_three_rows(scene: Scene, who: str) -> None:
    user = scene.user(getattr(scene, who))

    def queries() -> int:
        scene.fill()
        campaigns.ActivityDraftFactory(owner=user)
        with CaptureQueriesContext(connection) as captured:
            page(user)
        return len(captured)

    queries()
    first = queries()
    scene.fill()
    assert queries() == first
    assert first <= 40


def test_the_period_of_the_clock_is_used(scene: Scene) -> None:
    assert str(timezone.localdate().year) in page(scene.user(scene.own))
