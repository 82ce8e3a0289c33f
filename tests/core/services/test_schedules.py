"""When reports come by themselves; clocks that change, pauses, and runs that were missed."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.models import Job, ReportSchedule
from core.services import schedules
from tests.factories.core import ReportRecipientFactory, ReportScheduleFactory, UserFactory


def moment(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC)


def schedule(**values):
    return ReportSchedule(**{"frequency": "monthly", "day": 1, "hour": 7, "time_zone": "Europe/Berlin"} | values)


@pytest.mark.parametrize(
    ("values", "after", "expected"),
    [
        ({"frequency": "daily"}, "2026-03-01T05:59", "2026-03-01T06:00"),
        ({"frequency": "daily"}, "2026-03-01T06:00", "2026-03-02T06:00"),
        ({"frequency": "weekly", "weekday": 1}, "2026-03-03T12:00", "2026-03-09T06:00"),
        ({}, "2026-03-01T06:00", "2026-04-01T05:00"),
        ({"frequency": "quarterly"}, "2026-01-01T06:00", "2026-04-01T05:00"),
        ({"frequency": "yearly", "day": 15}, "2026-02-01T00:00", "2027-01-15T06:00"),
        ({"time_zone": "Asia/Tokyo", "frequency": "daily"}, "2026-03-01T00:00", "2026-03-01T22:00"),
        # The night in which 02:00 to 03:00 does not exist, and the one in which it comes twice.
        ({"frequency": "daily", "hour": 2}, "2026-03-28T12:00", "2026-03-29T01:00"),
        ({"frequency": "daily", "hour": 2}, "2026-10-24T12:00", "2026-10-25T00:00"),
    ],
)
def test_the_next_moment_is_of_the_owners_clock(values, after, expected):
    assert schedules.next_run(schedule(**values), moment(after)) == moment(expected)


@given(
    frequency=st.sampled_from(["daily", "weekly", "monthly", "quarterly", "yearly"]),
    hour=st.integers(0, 23),
    day=st.integers(1, 28),
    after=st.datetimes(datetime.datetime(2020, 1, 1), datetime.datetime(2030, 1, 1)),
)
def test_the_next_moment_is_always_later_and_within_a_year(frequency, hour, day, after):
    after = after.replace(tzinfo=datetime.UTC)
    found = schedules.next_run(schedule(frequency=frequency, hour=hour, day=day, weekday=3), after)
    assert after < found <= after + datetime.timedelta(days=367)


@pytest.mark.django_db
def test_a_missed_run_is_made_up_for_once():
    late = ReportScheduleFactory(frequency="daily", next_run_at=moment("2026-03-01T06:00"), time_zone="UTC", hour=6)
    now = moment("2026-03-10T12:00")
    [job] = schedules.run_due(now)
    assert (job.requested_by, job.title) == (late.owner, "Test schedule")
    assert job.parameters["schedule"] == late.public_id
    late.refresh_from_db()
    assert (late.last_run_at, late.next_run_at) == (now, moment("2026-03-11T06:00"))
    assert schedules.run_due(now) == []
    assert Job.objects.count() == 1


@pytest.mark.django_db
def test_paused_schedules_and_those_of_people_who_left_do_not_run():
    ReportScheduleFactory(is_paused=True)
    ReportScheduleFactory(owner=UserFactory(is_active=False))
    assert schedules.run_due(moment("2026-12-01T00:00")) == []


@pytest.mark.django_db
def test_after_a_pause_it_goes_on_with_its_next_moment():
    paused = ReportScheduleFactory(frequency="daily", time_zone="UTC", hour=6)
    schedules.pause_schedule(schedule=paused, is_paused=True, now=moment("2026-04-01T00:00"))
    schedules.pause_schedule(schedule=paused, is_paused=False, now=moment("2026-06-01T12:00"))
    paused.refresh_from_db()
    assert (paused.is_paused, paused.next_run_at) == (False, moment("2026-06-02T06:00"))


@pytest.mark.django_db
def test_recipients_who_stopped_stay_stopped_when_the_list_is_saved_again():
    made = ReportScheduleFactory()
    stopped = ReportRecipientFactory(schedule=made, email="stopped@example.org")
    ReportRecipientFactory(schedule=made, email="gone@example.org")
    assert schedules.stop_mail(token=stopped.token, now=moment("2026-04-01T00:00")) == stopped
    schedules.save_schedule(
        schedule=made,
        recipients=["Stopped@example.org", "new@example.org"],
        now=moment("2026-04-01T00:00"),
        owner=made.owner,
    )
    found = dict(made.recipients.order_by("email").values_list("email", "stopped_at"))
    assert found == {"new@example.org": None, "stopped@example.org": moment("2026-04-01T00:00")}
