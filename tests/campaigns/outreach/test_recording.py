"""Recording and changing activities."""

import datetime
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from campaigns.models import Activity
from campaigns.queries.outreach import totals_by_measure
from campaigns.services.outreach.recording import (
    CountEntry,
    StopEntry,
    change_activity,
    delete_activity,
    record_activity,
)
from tests.campaigns.outreach.conftest import NOW
from tests.factories import campaigns, core, procurement

COUNTS = (
    CountEntry("participants", 40),
    CountEntry("participants", 25, sex="f"),
    CountEntry("participants", 15, sex="m"),
    CountEntry("participants", 10, age_band="18_24"),
    CountEntry("participants", 5, sex="f", age_band="18_24"),
    CountEntry("contacts_media", 1_000_000, is_estimate=True),
)


def record(world, user="author", **changes):
    return record_activity(
        actor=world.users[user] if user else None, reason="Logged", entry=world.entry(**changes), now=NOW
    )


def figures(activity):
    return {(row.measure, row.sex, row.age_band, row.country_id): row.number for row in activity.counts.order_by("pk")}


def test_everything_is_saved_together(world):
    country = core.CountryFactory(code="DE")
    buyer, contract = procurement.ProcurerFactory(), procurement.ContractFactory()
    client_id = uuid.uuid4()
    recorded = record(
        world,
        country=country,
        co_partners=(world.joining,),
        procurers=(buyer,),
        contracts=(contract,),
        counts=(*COUNTS, CountEntry("participants", 3, country="DE")),
        stops=(StopEntry(datetime.date(2026, 2, 10), "Graz", country, "Hall"),),
        client_id=client_id,
    )
    activity = Activity.objects.get()
    assert (recorded.activity, recorded.is_new) == (activity, True)
    assert (activity.state, activity.declared_done_on) == ("done", NOW.date())
    assert (activity.author, activity.client_id, activity.country) == (world.users["author"], client_id, country)
    assert list(activity.co_partners.all()) == [world.joining]
    assert list(activity.procurers.all()) == [buyer]
    assert list(activity.contracts.all()) == [contract]
    assert len(figures(activity)) == 7
    assert [stop.city for stop in activity.stops.all()] == ["Graz"]
    assert [(row.from_state, row.to_state) for row in activity.decisions.all()] == [("", "done")]
    assert activity.versions.get().pgh_context.metadata == {"reason": "Logged", "user": world.users["author"].pk}


def test_what_is_sent_twice_is_kept_once(world):
    entry = {"client_id": uuid.uuid4()}
    first, second = record(world, **entry), record(world, name="Sent again", **entry)
    assert (second.activity, second.is_new) == (first.activity, False)
    assert Activity.objects.get().name == "Training for multipliers"


def test_the_same_number_from_somebody_else_is_refused(world):
    entry = {"client_id": uuid.uuid4()}
    record(world, **entry)
    with pytest.raises(ValidationError) as refused:
        record(world, "colleague", **entry)
    assert refused.value.message_dict == {
        "client_id": ["This number belongs to somebody else's record. Start a new one."]
    }


def test_two_at_once_are_one(world, monkeypatch):
    """The second arrives while the first is being saved: the database's own rule decides."""
    entry = {"client_id": uuid.uuid4()}
    first = record(world, **entry)
    module = "campaigns.services.outreach.recording._sent_before"
    answers = iter([None, first.activity])
    monkeypatch.setattr(module, lambda actor, entry: next(answers))
    assert record(world, **entry).activity == first.activity


def test_a_refusal_that_no_twin_explains_is_told(world, monkeypatch):
    monkeypatch.setattr("campaigns.services.outreach.recording.check_entry", lambda entry, today: None)
    with pytest.raises(ValidationError, match="not before the first"):
        record(world, ends_on=datetime.date(2026, 1, 1))


def test_partners_record_for_themselves_only(world):
    with pytest.raises(ValidationError) as refused:
        record(world, "other partner")
    assert refused.value.message_dict == {"lead": ["You record activities of your own organisation, not of Lead."]}
    assert record(world, "administrator").is_new
    assert record(world, None).is_new


@pytest.mark.parametrize(
    ("changes", "field", "text"),
    [
        ({"type": "party"}, "type", "“party” is not in the list."),
        ({"audience_group": "cats"}, "audience_group", "“cats” is not in the list."),
        ({"name": "  "}, "name", "Give a title."),
        ({"language": "German!"}, "language", "Give the language by its code, for example ca or zh-Hans."),
        ({"ends_on": datetime.date(2026, 2, 9)}, "ends_on", "The last day is not before the first."),
        (
            {"starts_on": datetime.date(2026, 3, 2)},
            "starts_on",
            "This day is still to come. Correct it, or record the activity as planned.",
        ),
        (
            {"ends_on": datetime.date(2026, 3, 2)},
            "ends_on",
            "This day is still to come. Correct it, or record the activity as planned.",
        ),
        ({"starts_on": datetime.date(2024, 12, 31)}, "starts_on", "Make ICT Fair began on Jan. 1, 2025."),
        (
            {"ends_on": datetime.date(2028, 1, 1), "is_done": False},
            "ends_on",
            "Make ICT Fair ended on Dec. 31, 2027.",
        ),
        ({"latitude": 1.0}, "latitude", "Give latitude and longitude together, in degrees."),
        ({"latitude": 1.0, "longitude": 181.0}, "longitude", "Give degrees between -180 and 180."),
        (
            {"stops": (StopEntry(datetime.date(2026, 2, 11), "Graz"),)},
            "stops",
            "Graz: the day lies outside the days of the activity.",
        ),
        ({"stops": (StopEntry(datetime.date(2026, 2, 10), " "),)}, "stops", "Give the town of each stop."),
        (
            {"stops": (StopEntry(datetime.date(2026, 2, 10), "Graz"),) * 2},
            "stops",
            "Graz is named twice for the same day.",
        ),
    ],
)
def test_what_cannot_be_is_said_on_its_field(world, changes, field, text):
    with pytest.raises(ValidationError) as refused:
        record(world, **changes)
    assert refused.value.message_dict == {field: [text]}
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("counts", "field", "text"),
    [
        ([("participants", -1)], "count_participants", "A number of people is not below zero."),
        (
            [("participants", 1_000_001)],
            "count_participants",
            "1,000,001 cannot be; the most that is taken here is 1,000,000.",
        ),
        (
            [("participants", 40), ("participants", 30, "f"), ("participants", 11, "m")],
            "count_participants",
            "The parts by sex add up to 41, more than the total of 40.",
        ),
        (
            [("participants", 40), ("participants", 41, "", "18_24")],
            "count_participants",
            "The parts by age add up to 41, more than the total of 40.",
        ),
        (
            [("participants", 40), ("participants", 41, "f", "18_24")],
            "count_participants",
            "The parts by sex, age add up to 41, more than the total of 40.",
        ),
        (
            [("trained", 5, "f")],
            "count_trained",
            "Give the total as well; without it the parts mean nothing.",
        ),
        ([("participants", 1), ("participants", 2)], "count_participants", "This part is given twice."),
        ([("likes", 1)], "counts", "“likes” is not a measure."),
        ([("participants", 9), ("participants", 1, "q")], "counts", "“q” is not in the list."),
    ],
)
def test_figures_that_cannot_be_are_said_on_their_field(world, counts, field, text):
    """N1: parts never exceed the total."""
    entries = tuple(
        CountEntry(row[0], row[1], sex=row[2] if len(row) > 2 else "", age_band=row[3] if len(row) > 3 else "")
        for row in counts
    )
    with pytest.raises(ValidationError) as refused:
        record(world, counts=entries)
    assert refused.value.message_dict == {field: [text]}


def test_partners_and_work_packages_fit_the_project(world):
    stranger = campaigns.PartnerFactory(name="Stranger")
    package, event = campaigns.WorkPackageFactory(code="WP9"), campaigns.EventPresetFactory(name="Elsewhere")
    with pytest.raises(ValidationError) as refused:
        record(world, None, lead=stranger, co_partners=(stranger,), work_package=package, event=event)
    assert refused.value.message_dict == {
        "lead": ["Stranger is not in the project Make ICT Fair."],
        "co_partners": ["Stranger leads the activity. Name only the others here."],
        "work_package": ["WP9 Outreach belongs to another project."],
        "event": ["Elsewhere belongs to another project."],
    }


def test_what_is_unknown_need_not_be_given(world):
    """N1: parts may add up to less; media contacts are not added to participants."""
    record(world, None, counts=COUNTS)
    totals = totals_by_measure(Activity.objects.all())
    assert [(row["measure"], row["number"], row["has_estimates"], row["activities"]) for row in totals] == [
        ("participants", 40, False, 1),
        ("contacts_media", 1_000_000, True, 1),
    ]


def test_totals_are_one_question(world, django_assert_num_queries):
    record(world, counts=COUNTS)
    with django_assert_num_queries(1):
        assert len(totals_by_measure(Activity.objects.all())) == 2


def test_unique_reach_and_parts_of_an_estimate_are_estimates(world):
    counts = (
        CountEntry("unique_reach_est", 100),
        CountEntry("participants", 9, is_estimate=True),
        CountEntry("participants", 4, sex="f"),
    )
    assert all(row.is_estimate for row in record(world, counts=counts).activity.counts.all())


def test_a_co_partner_is_credited_and_the_figure_counted_once(world):
    """N4."""
    activity = record(world, co_partners=(world.joining,), counts=COUNTS).activity
    assert list(Activity.objects.of_partner(world.joining.pk)) == [activity]
    both = Activity.objects.of_partner(world.joining.pk) | Activity.objects.of_partner(world.lead.pk)
    assert totals_by_measure(both)[0]["number"] == 40


def change(world, activity, user="author", **changes):
    return change_activity(
        actor=world.users[user] if user else None,
        reason="Mended",
        activity=activity,
        entry=world.entry(**changes),
        now=NOW,
    )


def test_changing_replaces_what_was_recorded(world):
    austria, buyers = core.CountryFactory(code="AT"), [procurement.ProcurerFactory() for _ in range(2)]
    stay = StopEntry(datetime.date(2026, 2, 10), "Graz", austria)
    activity = record(
        world, counts=COUNTS, co_partners=(world.joining,), procurers=tuple(buyers), stops=(stay,)
    ).activity
    kept = activity.stops.get().pk
    moved = StopEntry(datetime.date(2026, 2, 10), "Linz")
    change(
        world,
        activity,
        name="Training of trainers",
        procurers=(buyers[1],),
        stops=(stay, moved),
        counts=(
            CountEntry("participants", 20),
            CountEntry("participants", 20, sex="f"),
            CountEntry("trained", 12),
            CountEntry("participants", 15, country="AT"),
        ),
    )
    activity = Activity.objects.get()
    assert activity.name == "Training of trainers"
    assert not activity.co_partners.exists()
    assert list(activity.procurers.all()) == [buyers[1]]
    assert [stop.city for stop in activity.stops.all()] == ["Graz", "Linz"]
    assert activity.stops.filter(pk=kept).exists()
    assert figures(activity) == {
        ("participants", "", "", None): 20,
        ("participants", "f", "", None): 20,
        ("trained", "", "", None): 12,
        ("participants", "", "", "AT"): 15,
    }
    change(world, activity, stops=())
    assert not activity.stops.exists()
    assert not activity.counts.exists()


def test_nothing_that_stays_is_written_again(world):
    activity = record(world, counts=COUNTS, co_partners=(world.joining,)).activity
    change(world, activity, counts=COUNTS, co_partners=(world.joining,))
    assert {row.versions.count() for row in activity.counts.all()} == {1}
    assert activity.versions.count() == 1


@pytest.mark.parametrize("user", ["coordinator", "co-partner", "other partner", "stranger"])
def test_others_do_not_change_it(world, user):
    """N7."""
    activity = record(world, co_partners=(world.joining,)).activity
    with pytest.raises(PermissionDenied):
        change(world, activity, user)


@pytest.mark.parametrize("state", ["submitted", "approved", "locked", "cancelled"])
def test_what_was_handed_in_is_not_changed_by_its_partner(world, state):
    with pytest.raises(PermissionDenied):
        change(world, world.activity(state=state))


def test_a_locked_one_is_not_even_changed_by_administrators(world):
    with pytest.raises(PermissionDenied):
        change(world, world.activity(state="locked"), "administrator")


def forbid(activity, to_state):
    raise ValidationError({"starts_on": "The period is closed."})


def test_figures_in_a_closed_period_stay(world, settings):
    """N7: what is approved moves only where the period is open."""
    activity = world.activity(state="approved")
    settings.ACTIVITY_GUARDS = [f"{__name__}.forbid"]
    with pytest.raises(ValidationError, match="The period is closed"):
        change(world, activity, "administrator")
    with pytest.raises(ValidationError, match="The period is closed"):
        delete_activity(actor=world.users["administrator"], reason="Double", activity=activity)


def test_administrators_delete_and_nobody_else(world):
    activity = record(world, counts=COUNTS).activity
    with pytest.raises(PermissionDenied):
        delete_activity(actor=world.users["author"], reason="Oops", activity=activity)
    delete_activity(actor=world.users["administrator"], reason="Double", activity=activity)
    assert not Activity.objects.exists()


def test_a_planned_one_becomes_done(world):
    activity = record(world, is_done=False).activity
    assert (activity.state, activity.declared_done_on) == ("planned", None)
    activity = change(world, activity)
    assert (activity.state, activity.declared_done_on) == ("done", NOW.date())
    assert [row.to_state for row in activity.decisions.all()] == ["planned", "done"]


def test_a_done_one_does_not_become_planned_again(world):
    activity = record(world).activity
    with pytest.raises(ValidationError, match="still to come"):
        change(world, activity, starts_on=datetime.date(2026, 4, 1), is_done=False)
    assert change(world, activity, is_done=False).state == "done"


def test_the_day_it_was_declared_done_follows_a_later_last_day(world):
    activity = world.activity(state="done", declared_done_on=datetime.date(2026, 1, 20))
    assert change(world, activity).declared_done_on == NOW.date()


def test_a_record_does_not_go_to_another_partner(world):
    activity = record(world).activity
    with pytest.raises(ValidationError, match="not of Joining"):
        change(world, activity, lead=world.joining)
