"""The page of a list and its files, on the list of sources."""

import csv
import io
import json

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from core.listing import selection
from core.listing.records import SOURCES
from core.listing.writing import coded_columns, feature
from core.models import Job
from tests.factories.core import SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

URL = "/sources/"


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def test_the_page_shows_rows_number_and_ways_on(client):
    for number in range(3):
        SourceFactory(title=f"Title {number}")
    page = client.get(URL, {"size": 2}).content.decode()
    assert "3 sources" in page
    assert "Title 1" in page
    assert "Title 2" not in page
    assert 'rel="next"' in page
    assert 'rel="prev"' not in page
    assert 'type="text/csv"' in page


def test_a_chip_says_what_it_removes(client):
    page = client.get(URL, {"kind": "press"}).content.decode()
    assert "Remove filter" in page
    assert "Kind: Press or trade data" in page
    assert "Nothing matches these filters" in page


def test_a_list_without_rows_says_so(client):
    assert "Nothing here yet" in client.get(URL).content.decode()


def test_the_page_names_what_it_left_out(client):
    response = client.get(URL, {"kind": "rumour", "colour": "<b>"})
    assert response.status_code == 200
    page = response.content.decode()
    assert "rumour" in page
    assert "<b>" not in page


def test_the_number_of_queries_does_not_grow(client):
    counts = []
    for number in (1, 2):
        for _ in range(number):
            SourceFactory()
        client.get(URL)
        with CaptureQueriesContext(connection) as queries:
            client.get(URL, {"sort": "-updated"})
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 6


def test_csv_has_the_rows_of_the_filter_in_order_with_the_chosen_columns(client):
    for number in range(3):
        SourceFactory(title=f"=Title {number}", kind="press")
    SourceFactory(kind="web_page")
    response = client.get(URL, {"format": "csv", "kind": "press", "sort": "-title", "cols": "title", "size": 1})
    assert list(csv.reader(io.StringIO(body(response).decode("utf-8-sig")))) == [
        ["title"],
        ["'=Title 2"],
        ["'=Title 1"],
        ["'=Title 0"],
    ]
    disposition = response.headers["Content-Disposition"]
    assert disposition.startswith('attachment; filename="sources_kind-press_')
    assert disposition.endswith('.csv"')


def test_json_gives_the_objects_of_the_api(client):
    SourceFactory(title="A list")
    exported = json.loads(body(client.get(URL, {"format": "json"})))
    assert exported == client.get("/api/v1/sources/").json()


def test_xlsx_has_the_labels_as_headings(client):
    SourceFactory(title="=1+1")
    response = client.get(URL, {"format": "xlsx", "cols": "title"})
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body(response))).get_sheet_by_index(0).to_python()
    assert rows == [["Title"], ["=1+1"]]


def test_a_file_is_refused_where_the_page_would_only_warn(client):
    response = client.get(URL, {"format": "csv", "kind": "rumour", "colour": "red"})
    assert response.status_code == 400
    assert sorted(response.json()["fields"]) == ["colour", "kind"]


@pytest.mark.parametrize("wanted", ["pdf", "geojson"])
def test_a_format_that_the_list_does_not_have_is_refused(client, wanted):
    response = client.get(URL, {"format": wanted})
    assert response.status_code == 400
    assert "csv, json, xlsx" in response.json()["fields"]["format"][0]


@pytest.fixture
def _long(monkeypatch):
    monkeypatch.setattr(selection, "COUNTED_UP_TO", 1)
    SourceFactory(kind="press")
    SourceFactory(kind="press")


@pytest.mark.usefixtures("_long")
def test_a_long_xlsx_is_offered_as_a_job(client):
    address = f"{URL}?format=xlsx&kind=press"
    assert "Sign in" in client.get(address).content.decode()
    assert client.post(address).headers["Location"].startswith("/accounts/login/")
    client.force_login(UserFactory())
    assert "Write the file" in client.get(address).content.decode()
    assert Job.objects.count() == 0


@pytest.mark.usefixtures("_long")
def test_who_asks_for_a_long_xlsx_gets_a_job(client):
    user = UserFactory()
    client.force_login(user)
    response = client.post(f"{URL}?format=xlsx&kind=press")
    [job] = Job.objects.all()
    assert response.headers["Location"] == job.get_absolute_url()
    assert job.requested_by == user
    assert job.parameters == {"listing": "sources", "query": "kind=press", "language": "en"}


def test_only_a_known_xlsx_can_be_asked_for(client):
    client.force_login(UserFactory())
    assert client.post(f"{URL}?format=csv").status_code == 400
    assert client.post(f"{URL}?format=xlsx&kind=rumour").status_code == 400


def test_features_have_a_place_only_where_the_list_gives_one():
    asked = selection.Selection(SOURCES, QueryDict("cols=title"), UserFactory())
    source = SourceFactory(title="A list")
    assert feature(asked, coded_columns(asked), source) == {
        "type": "Feature",
        "id": source.public_id,
        "geometry": None,
        "properties": {"title": "A list"},
    }


def test_csv_holds_every_column_and_codes_unless_the_address_chooses(client):
    source = SourceFactory(title="A list", kind="press")
    header, row = client.get(URL, {"format": "csv"}).getvalue().decode("utf-8-sig").splitlines()
    assert header == ",".join(column.name for column in SOURCES.columns)
    assert row.startswith(f"A list,{source.public_id},")
    assert ",press," in row
