"""Members follow their consortium, later joiners from their day, leavers lapse."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from procurement.models import AffiliationEvent, ConsortiumMember
from procurement.services.affiliations import record_affiliation_event
from procurement.services.consortia import add_consortium_member, end_consortium_membership
from tests.factories import core, procurement

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 6, 1)
WHO = {"actor": None, "reason": "Letter", "today": TODAY}


def on(month, day=1):
    return datetime.date(2026, month, day)


@pytest.fixture
def body():
    return core.OrganisationFactory(name="Electronics Watch")


@pytest.fixture
def consortium():
    return procurement.ProcurerFactory(name="Buying Together", level="consortium")


def join(consortium, day, member=None):
    member = member or procurement.ProcurerFactory()
    return add_consortium_member(**WHO, consortium=consortium, member=member, joined_on=day)


def step(procurer, body, stage, day, **fields):
    return record_affiliation_event(**WHO, procurer=procurer, body=body, stage=stage, happened_on=day, **fields)


def told(procurer):
    events = AffiliationEvent.objects.filter(affiliation__procurer=procurer).order_by("happened_on", "pk")
    return [(event.stage, event.happened_on, event.route) for event in events]


VIA = "via_consortium"


def test_members_of_that_day_follow_and_later_ones_from_their_day(consortium, body):
    early, late = join(consortium, on(1)).member, procurement.ProcurerFactory()
    gone = join(consortium, on(1))
    end_consortium_membership(**WHO, membership=gone, left_on=on(2))
    step(consortium, body, "affiliated", on(3), route="direct")
    join(consortium, on(4), late)
    assert told(early) == [("affiliated", on(3), VIA)]
    assert told(late) == [("affiliated", on(4), VIA)]
    assert told(gone.member) == []
    assert AffiliationEvent.objects.get(affiliation__procurer=late).via == consortium.organisation


def test_who_is_recorded_late_follows_from_its_own_days(consortium, body):
    join_then_leave = join(consortium, on(2))
    ConsortiumMember.objects.filter(pk=join_then_leave.pk).update(left_on=on(4))
    step(consortium, body, "affiliated", on(1), route="direct")
    assert told(join_then_leave.member) == [("affiliated", on(2), VIA), ("lapsed", on(4), "")]


def test_leaving_lapses_what_came_through_the_consortium_alone(consortium, body):
    through, direct = join(consortium, on(1)), procurement.ProcurerFactory()
    step(direct, body, "affiliated", on(1), route="direct")
    own = join(consortium, on(1, 2), direct)
    step(consortium, body, "affiliated", on(3), route="direct")
    for membership in (through, own):
        end_consortium_membership(**WHO, membership=membership, left_on=on(5))
    assert told(through.member) == [("affiliated", on(3), VIA), ("lapsed", on(5), "")]
    assert told(direct) == [("affiliated", on(1), "direct")]


def test_the_consortiums_lapse_is_its_members_lapse(consortium, body):
    member = join(consortium, on(1)).member
    step(consortium, body, "affiliated", on(2), route="direct")
    step(consortium, body, "renewed", on(3))
    step(consortium, body, "lapsed", on(4))
    assert told(member) == [("affiliated", on(2), VIA), ("lapsed", on(4), "")]
    late = join(consortium, on(5)).member
    assert told(late) == []


def test_who_joined_and_was_recorded_after_the_lapse_has_both_days(consortium, body):
    step(consortium, body, "affiliated", on(2), route="direct")
    step(consortium, body, "lapsed", on(4))
    member = join(consortium, on(3)).member
    assert told(member) == [("affiliated", on(3), VIA), ("lapsed", on(4), "")]


def test_another_consortium_takes_over(consortium, body):
    second = procurement.ProcurerFactory(name="Second", level="consortium")
    membership = join(consortium, on(1))
    join(second, on(1), membership.member)
    step(consortium, body, "affiliated", on(2), route="direct")
    step(second, body, "affiliated", on(3), route="direct")
    end_consortium_membership(**WHO, membership=membership, left_on=on(4))
    assert told(membership.member) == [("affiliated", on(2), VIA), ("lapsed", on(4), ""), ("affiliated", on(4), VIA)]


def test_no_history_is_told_backwards(consortium, body):
    member = join(consortium, on(1)).member
    step(member, body, "contacted", on(4))
    step(consortium, body, "affiliated", on(2), route="direct")
    assert told(member) == [("contacted", on(4), ""), ("affiliated", on(4), VIA)]


def test_memberships_out_of_time_are_refused(consortium):
    membership = join(consortium, on(2))
    for day in (on(1), on(3)):
        with pytest.raises(ValidationError):
            join(consortium, day, membership.member)
    with pytest.raises(ValidationError, match="future"):
        join(consortium, datetime.date(2026, 7, 1))
    with pytest.raises(ValidationError, match="future"):
        end_consortium_membership(**WHO, membership=membership, left_on=datetime.date(2026, 7, 1))
    with pytest.raises(ValidationError):
        join(consortium, on(1), consortium)


def test_both_pages_tell_who_buys_with_whom(consortium, client):
    membership = join(consortium, on(2))
    end_consortium_membership(**WHO, membership=membership, left_on=on(5))
    for procurer, other in ((consortium, membership.member), (membership.member, consortium)):
        page = client.get(procurer.get_absolute_url()).content.decode()
        assert other.name in page
        assert "left on 1 May 2026" in page
