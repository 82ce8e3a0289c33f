"""A receipt says what was asked and found; the same question to the same record gives the same sum."""

import hashlib
import io
import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.listing.receipt import SEARCH_RECEIPT, version_of_record
from core.listing.registry import listings
from core.models import Source
from core.reports.making import asked_of
from core.reports.report import Format
from core.reports.writing import write
from core.services.jobs import Refused
from tests.factories.core import SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

ANYONE = AnonymousUser()


@pytest.fixture
def sources():
    made = [SourceFactory(title=f"List {n}", kind="brand_list") for n in range(3)]
    return [*made, SourceFactory(title="A secret", kind="monitoring", private=True)]


def asked(query="", user=ANYONE, listing="sources"):
    return asked_of(SEARCH_RECEIPT, {"listing": [listing], "query": [query]}, user, timezone.now(), "en")


def receipt(query="", user=ANYONE, listing="sources"):
    with override("en"):
        return SEARCH_RECEIPT.document(asked(query, user, listing))


def facts(made):
    return dict(next(table for table in made.tables() if table.name == "receipt").rows)


def rows(made):
    return list(made.main_table().rows)


def sum_of(made):
    return facts(made)["Sum of the identifiers (SHA-256)"]


def test_the_sum_is_that_of_the_identifiers_in_order(sources):
    made = receipt("kind=brand_list&sort=-title")
    shown = [source.public_id for source in reversed(sources[:3])]
    assert [row[0] for row in rows(made)] == shown
    assert sum_of(made) == hashlib.sha256("".join(f"{each}\n" for each in shown).encode()).hexdigest()
    said = facts(made)
    assert said["Number of records"] == "3"
    assert said["Question"] == "kind=brand_list&sort=-title"
    assert said["In words"].startswith("3 sources, filtered by Kind:")
    assert said["Version of the record"] == version_of_record()


def test_the_same_record_gives_the_same_sum_and_another_order_or_record_another(sources):
    first = receipt("sort=title")
    assert sum_of(receipt("?sort=title&size=10")) == sum_of(first)
    assert sum_of(receipt("sort=-title")) != sum_of(first)
    Source.objects.filter(pk=sources[0].pk).update(note="Read again")
    again = receipt("sort=title")
    assert sum_of(again) == sum_of(first)
    assert facts(again)["Version of the record"] != facts(first)["Version of the record"]
    SourceFactory(title="List 9")
    assert sum_of(receipt("sort=title")) != sum_of(first)


def test_what_the_reader_may_not_see_is_neither_counted_nor_in_the_sum(sources):
    monitor = UserFactory(monitor=True)
    open_to_all, with_private = receipt(), receipt(user=monitor)
    assert (open_to_all.row_count, with_private.row_count) == (3, 4)
    assert sum_of(open_to_all) != sum_of(with_private)
    before = sum_of(open_to_all)
    sources[3].delete()
    assert sum_of(receipt()) == before
    assert facts(with_private)["Asked by"] == str(monitor)


@pytest.mark.parametrize("query", ["kind=nothing", "colour=red", "sort=colour"])
def test_what_a_list_cannot_follow_is_refused(query):
    with override("en"), pytest.raises(Refused, match=query.partition("=")[0]):
        receipt(query)


def test_an_unknown_list_is_refused():
    with override("en"), pytest.raises(Refused):
        receipt(listing="secrets")


def test_nothing_found_is_a_clear_document_in_every_format():
    made = receipt("kind=brand_list")
    assert (made.row_count, sum_of(made)) == (0, hashlib.sha256().hexdigest())
    for form, begin in ((Format.HTML, b"<!doctype"), (Format.PDF, b"%PDF-"), (Format.JSON, b"{")):
        file = io.BytesIO()
        write(made, form, file)
        assert file.getvalue().startswith(begin)


def test_only_the_first_rows_are_shown_and_all_are_counted():
    for n in range(23):
        SourceFactory(title=f"List {n:02}")
    made = receipt()
    assert (len(rows(made)), made.row_count) == (20, 23)
    assert made.main_table().note == "3 more records are in the list."
    file = io.BytesIO()
    write(made, Format.JSON, file)
    assert json.loads(file.getvalue())["report"] == "search-receipt"


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(number, django_assert_num_queries):
    for n in range(number):
        SourceFactory(title=f"List {n}")
    form = asked("sort=title")
    with override("en"), django_assert_num_queries(4):
        SEARCH_RECEIPT.document(form)


def test_every_list_has_receipts():
    for name in listings():
        assert receipt(listing=name, user=UserFactory(admin=True)).main_table().name == "rows"


def test_the_preview_counts_as_the_receipt_does(sources):
    with override("en"):
        (figure,) = SEARCH_RECEIPT.preview(asked("kind=brand_list"))
    assert (figure.value, figure.label, figure.note) == (3, "Sources", "")


def test_lists_lead_there_with_their_question(client, sources):
    address = reverse("core:source-list") + "?kind=brand_list&kind=web_page&after=x"
    assert "search-receipt" not in client.get(reverse("core:source-list")).text
    client.force_login(UserFactory())
    link = "kind=search-receipt&amp;listing=sources&amp;query=kind%3Dbrand_list%26kind%3Dweb_page"
    assert link in client.get(address).text
    page = client.get(reverse("core:report-new") + "?kind=search-receipt&listing=sources&query=kind%3Dbrand_list")
    assert 'value="kind=brand_list"' in page.text
