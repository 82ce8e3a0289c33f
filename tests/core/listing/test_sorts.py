"""Pages by position: no row is skipped or shown twice, whatever is unknown and whichever way one goes."""

import datetime
import decimal

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import F
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.listing.sorts import Cursor, InvalidCursor, OrderField, Sort, order_fields, ordered, page_of
from core.models import Organisation, Source
from tests.factories.core import CountryFactory, OrganisationFactory, SourceFactory

FIELDS = {
    "text": models.TextField(),
    "number": models.BigIntegerField(),
    "amount": models.DecimalField(max_digits=30, decimal_places=4),
    "day": models.DateField(),
    "moment": models.DateTimeField(),
    "share": models.FloatField(),
}
ORDER = [OrderField(name, False, field, nullable=True) for name, field in FIELDS.items()]
known = {
    "text": st.text(st.characters(codec="utf-8", exclude_characters="\x00")),
    "number": st.integers(-(2**63), 2**63 - 1),
    "amount": st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**20), max_value=10**20),
    "day": st.dates(),
    "moment": st.datetimes(timezones=st.just(datetime.UTC)),
    "share": st.floats(allow_nan=False, allow_infinity=False),
}
values = st.tuples(*(st.none() | known[name] for name in FIELDS))


@given(values, st.booleans())
def test_a_cursor_is_read_as_it_was_written(row, backward):
    cursor = Cursor(row, backward)
    assert Cursor.decode(cursor.encode("name"), "name", ORDER) == cursor


@given(st.text())
def test_no_text_of_others_is_a_cursor(text):
    with pytest.raises(InvalidCursor):
        Cursor.decode(text, "name", ORDER)


def test_a_cursor_of_another_order_or_another_list_is_refused():
    text = Cursor(("a",)).encode("name")
    with pytest.raises(InvalidCursor):
        Cursor.decode(text, "-name", ORDER[:1])
    with pytest.raises(InvalidCursor):
        Cursor.decode(text, "name", ORDER)
    with pytest.raises(InvalidCursor):
        Cursor.decode(text, "name", [OrderField("day", False, models.DateField(), nullable=False)])


def test_what_no_cursor_can_hold_is_an_error_of_the_list():
    with pytest.raises(TypeError):
        Cursor((b"bytes",)).encode("name")
    assert Cursor((decimal.Decimal("1.50"),)).encode("name")


def walk(queryset, sort, descending, size):
    """Titles by paging forward to the end, and back again."""
    fields = order_fields(queryset, sort, descending)
    forward, page = [], page_of(queryset, fields, "x", None, size)
    while True:
        forward.append([row.pk for row in page.rows])
        if page.next is None:
            break
        page = page_of(queryset, fields, "x", Cursor.decode(page.next, "x", fields), size)
    backward = [forward[-1]]
    while page.previous is not None:
        page = page_of(queryset, fields, "x", Cursor.decode(page.previous, "x", fields), size)
        backward.insert(0, [row.pk for row in page.rows])
    return forward, backward, [row.pk for row in ordered(queryset, fields)]


@pytest.mark.django_db
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    days=st.lists(st.none() | st.dates(datetime.date(2020, 1, 1), datetime.date(2020, 1, 4)), max_size=9),
    size=st.integers(1, 4),
    descending=st.booleans(),
)
def test_pages_hold_every_row_once_in_order(days, size, descending):
    Source.objects.all().delete()
    for number, day in enumerate(days):
        SourceFactory(title=f"Title {number % 3}", published_on=day)
    queryset = Source.objects.all()
    forward, backward, expected = walk(queryset, Sort("x", "", ("published_on", "title")), descending, size)
    assert [pk for page in forward for pk in page] == expected
    assert [pk for page in backward for pk in page] == expected


@pytest.mark.django_db
def test_unknown_values_come_last_either_way():
    for day in (None, datetime.date(2026, 1, 1), datetime.date(2025, 1, 1)):
        SourceFactory(published_on=day)
    sort = Sort("published", "", ("published_on",))
    for descending, last_known in ((False, 2026), (True, 2025)):
        queryset = Source.objects.all()
        rows = list(ordered(queryset, order_fields(queryset, sort, descending)))
        assert rows[1].published_on.year == last_known
        assert rows[2].published_on is None


@pytest.mark.django_db
def test_paths_over_relations_and_annotations_can_be_sorted_by():
    OrganisationFactory(name="B", country=CountryFactory())
    OrganisationFactory(name="A", country=None)
    OrganisationFactory(name="C", country=CountryFactory())
    queryset = Organisation.objects.annotate(land=F("country__name"))
    for path in ("country__name", "land"):
        forward, backward, expected = walk(queryset, Sort("x", "", (path, "sort_key")), False, 1)
        assert [pk for page in forward for pk in page] == expected
        assert forward == backward


@pytest.mark.django_db
def test_paging_back_to_a_start_that_shrank_shows_a_full_first_page():
    sources = [SourceFactory(title=f"Title {number}") for number in range(4)]
    queryset = Source.objects.all()
    fields = order_fields(queryset, Sort("title", "", ("title",)), False)
    first = page_of(queryset, fields, "title", None, 2)
    second = page_of(queryset, fields, "title", Cursor.decode(first.next, "title", fields), 2)
    sources[0].delete()
    back = page_of(queryset, fields, "title", Cursor.decode(second.previous, "title", fields), 2)
    assert [row.title for row in back.rows] == ["Title 1", "Title 2"]
    assert back.previous is None


@pytest.mark.django_db
def test_a_relation_is_no_column_to_sort_by():
    with pytest.raises(FieldDoesNotExist, match="column"):
        order_fields(Source.objects.all(), Sort("x", "", ("import_runs",)), False)
