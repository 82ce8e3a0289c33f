"""The history of a record as different readers see it."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from core.enums import Role
from core.history import change
from core.models import Organisation, OrganisationIdentifier
from core.queries.record_histories import ORGANISATION, SOURCE
from core.queries.timeline import BadCursor, comparable_versions, comparison, timeline_of
from tests.factories.core import (
    CountryFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NOBODY = AnonymousUser()


def rename(organisation, name, **told):
    with change(**{"actor": None, "reason": "Sign at the door", **told}):
        organisation.name = name
        organisation.save()


def test_a_change_tells_field_before_and_after_actor_and_reason():
    editor = UserFactory(admin=True)
    organisation = OrganisationFactory(name="Acme")
    rename(organisation, "Acme GmbH", actor=editor, reason="New register entry", batch="X-7")
    newest = timeline_of(organisation, ORGANISATION, NOBODY).entries[0]
    assert (newest.actor, newest.reason, newest.batch) == ("an administrator", "New register entry", "X-7")
    [item] = newest.items
    assert (item.kind, item.label) == ("update", "Organisation")
    assert [(c.label, c.before, c.after) for c in newest.changes] == [("Name", "Acme", "Acme GmbH")]


def test_a_record_begins_with_all_its_values():
    source = SourceFactory(title="Annual list", is_public=True, published_on=datetime.date(2026, 3, 1))
    [entry] = timeline_of(source, SOURCE, NOBODY).entries
    told = {c.label: c.after for c in entry.changes}
    assert entry.items[0].kind == "insert"
    assert told["Title"] == "Annual list"
    assert told["Kind"] == "Web page"
    assert told["Public"] == "yes"
    assert told["Published on"] == "1 March 2026"
    assert "Note" not in told


def test_values_follow_the_readers_language():
    source = SourceFactory(published_on=datetime.date(2026, 3, 1))
    with translation.override("fr"):
        [entry] = timeline_of(source, SOURCE, NOBODY).entries
        told = [c.after for c in entry.changes]
    assert "1er mars 2026" in told


def test_names_of_related_records_are_told_not_their_ids():
    organisation = OrganisationFactory(name="Acme")
    with change(actor=None, reason="Seat"):
        organisation.country = CountryFactory(code="VN")
        organisation.save()
    [changed] = timeline_of(organisation, ORGANISATION, NOBODY).entries[0].changes
    assert (changed.label, changed.before, changed.after) == ("Country", "", "Vietnam")


def test_a_private_source_stays_nameless_for_those_who_may_not_see_it():
    secret = SourceFactory(private=True, title="Leaked list")
    organisation = OrganisationFactory(name="Acme", source=secret)

    def told(user):
        [entry] = timeline_of(organisation, ORGANISATION, user).entries
        return {c.label: c.after for c in entry.changes}["Source"]

    assert told(NOBODY) == "not public or no longer there"
    assert told(UserFactory(monitor=True)) == "Leaked list"


def test_writes_of_one_occasion_stand_together():
    with change(actor=None, reason="First entry"):
        organisation = OrganisationFactory()
        OrganisationIdentifierFactory(organisation=organisation, scheme="DUNS", value="123456789")
    [entry] = timeline_of(organisation, ORGANISATION, NOBODY).entries
    assert [(i.kind, i.label, i.name) for i in entry.items] == [
        ("insert", "Organisation", ""),
        ("insert", "Organisation identifier", "DUNS · 123456789"),
    ]
    assert entry.actor == "the system"


def test_a_removed_record_is_told_with_what_it_said():
    identifier = OrganisationIdentifierFactory(scheme="LEI", value="X1")
    organisation = identifier.organisation
    with change(actor=None, reason="Mistyped"):
        OrganisationIdentifier.objects.all().delete()
    removed = [
        item
        for entry in timeline_of(organisation, ORGANISATION, NOBODY).entries
        for item in entry.items
        if item.kind == "delete"
    ]
    assert [(i.name, i.changes[0].label, i.changes[0].before, i.changes[0].after) for i in removed] == [
        ("LEI · X1", "Scheme", "LEI", "")
    ]


def test_bulk_writes_are_told_too():
    organisation = OrganisationFactory(city="Bonn")
    with change(actor=None, reason="Spelling"):
        Organisation.objects.filter(pk=organisation.pk).update(city="Köln")
    [changed] = timeline_of(organisation, ORGANISATION, NOBODY).entries[0].changes
    assert (changed.before, changed.after) == ("Bonn", "Köln")


def test_a_write_that_changes_nothing_is_no_news():
    organisation = OrganisationFactory()
    rename(organisation, organisation.name)
    assert len(timeline_of(organisation, ORGANISATION, NOBODY).entries) == 1


def test_a_version_that_was_private_is_as_if_it_had_never_been():
    source = SourceFactory(title="One", is_public=True)
    for title, is_public in [("Two", False), ("Three", True)]:
        with change(actor=None, reason=f"Title {title}"):
            source.title, source.is_public = title, is_public
            source.save()
    entries = timeline_of(source, SOURCE, NOBODY).entries
    assert [(c.label, c.before, c.after) for c in entries[0].changes] == [("Title", "One", "Three")]
    assert len(entries) == 2
    assert len(timeline_of(source, SOURCE, UserFactory(monitor=True)).entries) == 3


def test_what_is_private_now_has_no_public_past():
    source = SourceFactory(is_public=True)
    source.is_public = False
    source.save()
    assert timeline_of(source, SOURCE, NOBODY).entries == []


@pytest.mark.parametrize(
    ("role", "told"),
    [
        (None, "a registered user"),
        (Role.ADMIN, "an administrator"),
        (Role.MONITOR, "a monitoring partner"),
        (Role.PARTNER, "a campaign partner"),
        (Role.PROCURER, "a public buyer"),
    ],
)
def test_people_are_told_by_office(role, told):
    organisation = OrganisationFactory()
    rename(organisation, "New", actor=UserFactory(role=role, name="Jo Doe"))
    assert timeline_of(organisation, ORGANISATION, NOBODY).entries[0].actor == told
    assert timeline_of(organisation, ORGANISATION, UserFactory(monitor=True)).entries[0].actor == told
    assert timeline_of(organisation, ORGANISATION, UserFactory(admin=True)).entries[0].actor == "Jo Doe"


def test_the_body_itself_oneself_and_the_erased_are_told_so():
    organisation = OrganisationFactory()
    member = UserFactory(role=Role.PROCURER, organisation=organisation)
    chief = UserFactory(is_superuser=True)
    for name, actor in [("A", member), ("B", chief)]:
        rename(organisation, name, actor=actor)
    assert [e.actor for e in timeline_of(organisation, ORGANISATION, NOBODY).entries][:2] == [
        "an administrator",
        "the buyer",
    ]
    assert timeline_of(organisation, ORGANISATION, member).entries[1].actor == "you"
    member.delete()
    assert timeline_of(organisation, ORGANISATION, NOBODY).entries[1].actor == "a former user"


def test_pages_follow_each_other_without_gap_or_repetition():
    organisation = OrganisationFactory(name="0")
    OrganisationIdentifierFactory.create_batch(3, organisation=organisation)
    for number in range(1, 8):
        rename(organisation, str(number))
    seen, after = [], ""
    while True:
        page = timeline_of(organisation, ORGANISATION, NOBODY, after=after, size=3)
        seen += [(i.label, c.after) for e in page.entries for i in e.items for c in i.changes if c.label == "Name"]
        after = page.next
        if not after:
            break
    assert [after for _label, after in seen] == ["7", "6", "5", "4", "3", "2", "1", "0"]


@pytest.mark.parametrize("after", ["x", "1_2_3", "2026-01-01T00:00:00_0_1", "2026-01-01T00:00:00+00:00_a_1"])
def test_a_place_that_is_none_is_refused(after):
    with pytest.raises(BadCursor):
        timeline_of(OrganisationFactory(), ORGANISATION, NOBODY, after=after)


def test_the_number_of_queries_does_not_grow(django_assert_num_queries):
    organisation = OrganisationFactory(source=SourceFactory(), country=CountryFactory())
    counts = []
    for _round in range(2):
        for _number in range(3):
            OrganisationIdentifierFactory(organisation=organisation)
            rename(organisation, f"{organisation.name}!", actor=UserFactory(role=Role.PARTNER))
        with django_assert_num_queries(12, exact=False) as captured:
            timeline_of(organisation, ORGANISATION, NOBODY)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_two_versions_can_be_compared():
    organisation = OrganisationFactory(name="One", city="Bonn", country=CountryFactory())
    for name in ("Two", "Three"):
        rename(organisation, name)
    newest, _middle, first = (pk for pk, _when in comparable_versions(organisation, ORGANISATION, NOBODY))
    compared = comparison(organisation, ORGANISATION, NOBODY, (first, newest))
    assert [(c.label, c.before, c.after) for c in compared] == [("Name", "One", "Three")]
    assert comparison(organisation, ORGANISATION, NOBODY, (first, newest + 10_000)) is None


def test_versions_of_another_record_cannot_be_compared():
    one, other = OrganisationFactory(), OrganisationFactory()
    [(foreign, _when)] = comparable_versions(other, ORGANISATION, NOBODY)
    [(own, _when)] = comparable_versions(one, ORGANISATION, NOBODY)
    assert comparison(one, ORGANISATION, NOBODY, (own, foreign)) is None
