"""The page of an import: for administrators, every row with its remarks, and a file to mend."""

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.models import ImportRun, User
from core.queries import import_rows
from supplychain.models import Brand
from tests.factories.core import ImportRowFactory, ImportRunFactory, UserFactory
from tests.importing import SOURCE, countries, run, verdicts

pytestmark = pytest.mark.django_db
LIST = 'brand,country,url\nLumen,UK,lumen.example\nNimbus,Nowhere,\n"=Cirrus",,"two\nlines"\n,DE,\n'


@pytest.fixture
def admin(client: Client) -> User:
    user = UserFactory(admin=True)
    client.force_login(user)
    return user


@pytest.fixture
def imported() -> ImportRun:
    countries()
    return run("brands", LIST, {"source": SOURCE}).run


def page(client: Client, imported: ImportRun, **parameters: Any) -> Any:
    return client.get(imported.get_absolute_url(), parameters)


@pytest.mark.parametrize("role", [None, "registered", "procurer", "partner", "monitor"])
def test_nobody_but_administrators_knows_of_an_import(client: Client, imported: ImportRun, role: str | None) -> None:
    if role:
        client.force_login(UserFactory(**({} if role == "registered" else {role: True})))
    for address in (imported.get_absolute_url(), reverse("core:import-mending", args=[imported.public_id])):
        assert client.get(address).status_code == 404


def test_the_page_tells_counts_columns_sources_and_remarks(client: Client, admin: User, imported: ImportRun) -> None:
    response = page(client, imported)
    html = response.content.decode()
    assert [(str(stat["label"]), stat["figure"]) for stat in response.context["stats"]] == [
        ("Rows read", 4),
        ("Created", 2),
        ("Changed", 0),
        ("Unchanged", 0),
        ("Needs review", 0),
        ("Rejected", 2),
        ("Warnings", 4),
    ]
    assert response.context["read_as"] == [
        {"field": "country", "columns": "country"},
        {"field": "name", "columns": "brand"},
        {"field": "website", "columns": "url"},
    ]
    assert [(remark.code, remark.count) for remark in response.context["remarks"]] == [
        ("address-completed", 1),
        ("address-form", 1),
        ("country-assumed", 1),
        ("country-unknown", 1),
        ("line-break", 1),
        ("value-missing", 1),
    ]
    assert "This is no country. An ISO 3166 code" in html
    assert imported.sources.get().get_absolute_url() in html
    assert "Download 2 rows to mend (CSV)" in html


def test_rows_are_shown_by_verdict_and_remark(client: Client, admin: User, imported: ImportRun) -> None:
    assert [row.number for row in page(client, imported).context["rows"].rows] == [2, 3, 4, 5]
    assert [row.number for row in page(client, imported, verdict="rejected").context["rows"].rows] == [3, 5]
    assert [row.number for row in page(client, imported, code="country-unknown").context["rows"].rows] == [3]
    none = page(client, imported, verdict="created", code="country-unknown")
    assert none.context["rows"].rows == []
    assert "No row is like that." in none.content.decode()


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"verdict": "lost"}, "verdict: "),
        ({"code": "nosuch"}, "code: "),
        ({"after": "x"}, "after: "),
        ({"colour": "red"}, "There is no parameter “colour” here."),
    ],
)
def test_what_the_address_asks_in_vain_is_said(
    client: Client, admin: User, imported: ImportRun, parameters: dict[str, str], said: str
) -> None:
    response = page(client, imported, **parameters)
    assert response.status_code == 200
    assert any(problem.startswith(said) for problem in response.context["problems"])
    assert response.context["rows"].count == 4


def test_long_runs_are_paged(client: Client, admin: User, imported: ImportRun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(import_rows, "PAGE", 2)
    first = page(client, imported)
    assert (first.context["rows"].after, first.context["rows"].count) == (3, 4)
    assert "verdict=&amp;code=&amp;after=3#rows" in first.content.decode()
    second = page(client, imported, after=3)
    assert [row.number for row in second.context["rows"].rows] == [4, 5]
    assert second.context["rows"].after is None


def test_the_file_to_mend_can_be_mended_and_imported_again(client: Client, admin: User, imported: ImportRun) -> None:
    response = client.get(reverse("core:import-mending", args=[imported.public_id]))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["brand"], row["country"], row["import row"], row["import verdict"]) for row in rows] == [
        ("Nimbus", "Nowhere", "3", "rejected"),
        ("", "DE", "5", "rejected"),
    ]
    assert rows[0]["import remarks"].startswith("country: Nowhere: This is no country.")
    mended = run("brands", text.replace("Nimbus,Nowhere", "Nimbus,VN"), {"source": SOURCE}).run
    assert verdicts(mended) == ["created", "rejected"]


def test_what_was_guarded_against_formulas_is_read_as_it_was(imported: ImportRun) -> None:
    assert Brand.objects.filter(organisation__name="=Cirrus").count() == 1
    assert verdicts(run("brands", "brand\n'=Cirrus\n", {"source": SOURCE}).run) == ["unchanged"]


def test_a_columns_name_that_the_list_has_is_not_used_twice(client: Client, admin: User) -> None:
    kept = ImportRunFactory(mapping={"headers": ["import row", "name"]})
    ImportRowFactory(run=kept, number=2, verdict="review", raw={"import row": "x", "name": "y"})
    response = client.get(reverse("core:import-mending", args=[kept.public_id]))
    header = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()[0]
    assert header == "import row,name,import row 2,import verdict,import remarks"


def test_a_failed_and_a_tried_import_say_so(client: Client, admin: User) -> None:
    failed = ImportRunFactory(state="failed", kind="gone")
    message = {"field": "name", "value": "a, b", "code": "x", "text": "No column holds this field."}
    ImportRowFactory(run=failed, number=0, verdict="rejected", messages=[message])
    assert "No column holds this field.: name: a, b" in page(client, failed).content.decode()
    tried = ImportRunFactory(state="previewed")
    assert "only tried" in page(client, tried).content.decode()


def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, admin: User) -> None:
    counts = []
    for number in (1, 3):
        kept = ImportRunFactory()
        for row in range(number):
            ImportRowFactory(run=kept, number=row + 2)
        page(client, kept)
        with CaptureQueriesContext(connection) as caught:
            page(client, kept)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_the_list_of_imports_is_for_administrators(client: Client, admin: User, imported: ImportRun) -> None:
    assert "list.csv" in client.get(reverse("core:import-list")).content.decode()
    client.logout()
    assert "list.csv" not in client.get(reverse("core:import-list")).content.decode()
