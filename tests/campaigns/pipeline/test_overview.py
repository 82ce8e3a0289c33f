"""Board and funnel, as at any day."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campaigns.forms.pipeline import ScopeForm
from campaigns.queries.pipeline import Scope, board, encouraged_count, funnel
from tests.campaigns.pipeline.conftest import TODAY
from tests.factories import campaigns, core, procurement

EARLY, DAY, LATE = datetime.date(2026, 3, 1), datetime.date(2026, 4, 1), datetime.date(2026, 5, 1)


@pytest.fixture
def moved(scene):
    """Contacted early, encouraged on the day, affiliated late."""
    scene.meet()
    scene.move("contacted", EARLY)
    scene.move("encouraged", DAY)
    scene.move("affiliated", LATE, route="direct")
    return scene


def standing(day, user, **scope):
    counted = funnel(Scope(day, **scope), user)
    return {row.stage.value: row.standing for row in (*counted.way, *counted.beside) if row.standing}


def reached(day, user, **scope):
    return [row.reached for row in funnel(Scope(day, **scope), user).way]


def test_each_day_has_its_own_truth(moved):
    before = EARLY - datetime.timedelta(days=1)
    assert [standing(day, moved.user) for day in (before, EARLY, DAY, LATE)] == [
        {},
        {"contacted": 1},
        {"encouraged": 1},
        {"affiliated": 1},
    ]
    assert reached(DAY, moved.user) == [1, 1, 1, 0, 0, 0, 0, 0]
    assert reached(LATE, moved.user) == [1] * 8
    assert [encouraged_count(Scope(day), moved.user)[0] for day in (EARLY, DAY, LATE)] == [0, 1, 1]
    shown = {column.stage.value: column for column in board(Scope(TODAY), moved.user) if column.count}
    assert list(shown) == ["affiliated"]
    card = shown["affiliated"].cards[0]
    assert (card.days, card.partner, card.since) == (31, moved.partner, LATE)


def test_funnel_and_counter_take_one_statement_each(moved, django_assert_num_queries):
    with django_assert_num_queries(1):
        funnel(Scope(TODAY), moved.user)
    with django_assert_num_queries(1):
        encouraged_count(Scope(TODAY), moved.user)


def test_who_left_and_came_back_came_as_far_as_before(scene):
    scene.move("interested", EARLY)
    scene.move("declined", DAY)
    scene.move("contacted", LATE)
    assert standing(LATE, scene.user) == {"contacted": 1}
    assert reached(DAY, scene.user) == reached(LATE, scene.user) == [1, 1, 1, 1, 0, 0, 0, 0]


def test_later_steps_on_the_same_day_count_last(scene):
    scene.move("contacted", DAY)
    scene.move("interested", DAY)
    assert standing(DAY, scene.user) == {"interested": 1}


def test_only_backed_encouragements_count_and_each_institution_once(moved):
    unbacked = procurement.AffiliationEventFactory(stage="encouraged", happened_on=DAY)
    again = core.OrganisationFactory()
    moved.move("encouraged", DAY, body=again)
    assert encouraged_count(Scope(TODAY), moved.user) == (1, 2)
    assert unbacked.affiliation.procurer != moved.procurer
    assert encouraged_count(Scope(TODAY, body=again), moved.user) == (1, 1)


def test_a_scope_leaves_out_the_rest(moved):
    country = core.CountryFactory(code="NL")
    other = procurement.ProcurerFactory(organisation__country=country)
    procurement.AffiliationEventFactory(affiliation__procurer=other, happened_on=EARLY)
    assert standing(TODAY, moved.user) == {"affiliated": 1, "contacted": 1}
    assert standing(TODAY, moved.user, country=country) == {"contacted": 1}
    assert standing(TODAY, moved.user, body=moved.body) == {"affiliated": 1}
    assert standing(TODAY, moved.user, partner=moved.partner) == {"affiliated": 1}
    assert standing(TODAY, moved.user, partner=campaigns.PartnerFactory()) == {}


def test_a_merged_record_is_told_by_its_survivor(moved):
    merged = procurement.AffiliationEventFactory(happened_on=EARLY).affiliation
    merged.merged_into = moved.procurer.affiliations.get()
    merged.save()
    assert standing(TODAY, moved.user) == {"affiliated": 1}


def test_strangers_see_what_is_public_alone(moved, client):
    for address in ("/affiliations/board/", "/affiliations/funnel/"):
        page = client.get(address, {"as_at": "2026-05-01"}).content.decode()
        assert "Encouraged" not in page
        assert "Own partner" not in page
    board_page = client.get("/affiliations/board/", {"as_at": "2026-05-01"}).content.decode()
    assert "City of Ljubljana" in board_page
    assert "City of Ljubljana" not in client.get("/affiliations/board/", {"as_at": "2026-04-01"}).content.decode()
    assert client.get("/affiliations/funnel/encouraged/").status_code == 403
    assert client.get("/affiliations/funnel/encouraged-institutions/").status_code == 403
    assert client.get("/affiliations/funnel/affiliated/").status_code == 200
    assert client.get("/affiliations/funnel/nonsense/").status_code == 404


def test_each_figure_opens_to_the_events_behind_it(moved, client):
    client.force_login(moved.user)
    page = client.get("/affiliations/funnel/", {"as_at": "2026-05-01"}).content.decode()
    assert 'role="img"' in page
    assert "/affiliations/funnel/encouraged/?as_at=2026-05-01" in page
    for address in ("/affiliations/funnel/encouraged/", "/affiliations/funnel/encouraged-institutions/"):
        events = client.get(address, {"as_at": "2026-05-01"}).content.decode()
        assert "City of Ljubljana" in events
        assert "1 April 2026" in events
        assert "Own partner" in events
    empty = client.get("/affiliations/funnel/encouraged-institutions/", {"as_at": "2026-03-01"}).content.decode()
    assert "Nobody had come so far." in empty
    listed = client.get("/affiliations/", {"as_of": "2026-05-11", "partner": moved.partner.public_id})
    assert "10" in listed.content.decode()


def test_a_day_to_come_is_refused_in_words(moved, client):
    client.force_login(moved.user)
    assert "This day lies in the future." in client.get("/affiliations/board/?as_at=2999-01-01").content.decode()
    form = ScopeForm({"as_at": "soon", "body": moved.body.public_id}, user=moved.user, today=TODAY)
    scope = form.scope()
    assert (scope.day, scope.body) == (TODAY, moved.body)


def test_the_form_moves_a_stage_and_says_what_is_refused(moved, client):
    client.force_login(moved.user)
    address = f"/procurers/{moved.procurer.public_id}/step/?body={moved.body.public_id}"
    page = client.get(address).content.decode()
    assert "Stands at" in page
    assert ">Lapsed<" in page
    assert ">Contacted<" not in page
    values = {
        "participation": moved.project.participations.get().pk,
        "body": moved.body.pk,
        "stage": "renewed",
        "happened_on": "2026-03-15",
        "reason": "Letter",
    }
    assert "cannot be earlier" in client.post(address, values).content.decode()
    assert client.post(address, values | {"happened_on": "2026-05-20"}).status_code == 302
    assert standing(TODAY, moved.user) == {"renewed": 1}
    fresh = procurement.ProcurerFactory()
    assert (
        "No step is on record yet."
        in client.get(f"/procurers/{fresh.public_id}/step/?body={moved.body.public_id}").content.decode()
    )


@pytest.mark.parametrize(
    "address",
    [
        "/affiliations/board/",
        "/affiliations/funnel/",
        "/affiliations/funnel/identified/",
        "/affiliations/funnel/encouraged-institutions/",
        "/contacts/",
        "/adherences/",
        "/affiliations/",
    ],
)
def test_one_and_three_rows_take_the_same_queries(moved, client, address):
    client.force_login(moved.user)
    campaigns.AdherenceFactory()

    def queries():
        with CaptureQueriesContext(connection) as counted:
            assert client.get(address).status_code == 200
        return len(counted)

    queries()
    one = queries()
    for number in range(2):
        procurer = procurement.ProcurerFactory()
        moved.meet(procurer=procurer, next_step="Call", next_step_on=DAY)
        moved.move("encouraged", DAY, procurer=procurer)
        campaigns.AdherenceFactory(organisation__name=f"Supporter {number}")
    assert queries() == one


def test_the_administration_corrects_a_step_within_its_neighbours(moved, client):
    client.force_login(core.UserFactory(admin=True))
    step = moved.procurer.affiliations.get().events.get(stage="encouraged")
    address = f"/admin/procurement/affiliationevent/{step.pk}/change/"
    values = {"stage": "encouraged", "happened_on": "2026-04-02", "route": "", "note": "", "change_reason": "Slip"}
    assert client.post(address, values).status_code == 302
    assert "cannot follow" in client.post(address, values | {"stage": "lapsed"}).content.decode()
    assert client.get("/admin/procurement/affiliationevent/add/").status_code == 403
    assert client.get("/admin/procurement/duesband/add/").status_code == 200
    for name in ("institutioncontact", "pipelinemove", "adherence"):
        assert client.get(f"/admin/campaigns/{name}/").status_code == 200
