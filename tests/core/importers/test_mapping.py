"""Mappings are checked against their kind and file before anything is read."""

import datetime
import json
from typing import Any

import pytest

from core.importers.parse.mapping import Field, fit_mapping, guess_columns, load_mapping
from core.importers.parse.problems import Unreadable
from core.importers.parse.rows import read_rows
from core.importers.parse.tables import read_table

FIELDS = (Field("name", ("supplier name",), required=True), Field("country", required=True), Field("city", ("town",)))
HEADERS = ("Supplier_Name", "COUNTRY", "year", "role")


def refusal(mapping: dict[str, Any], headers: tuple[str, ...] = HEADERS) -> tuple[str, str, str]:
    with pytest.raises(Unreadable) as caught:
        fit_mapping(mapping, FIELDS, headers)
    problem = caught.value.problem
    return (problem.code, problem.field, problem.value)


def test_columns_are_guessed_by_name_and_synonym() -> None:
    assert guess_columns(FIELDS, HEADERS) == {"name": "Supplier_Name", "country": "COUNTRY"}


def test_what_a_mapping_names_is_not_guessed_again() -> None:
    fitted = fit_mapping({"columns": {"city": "Supplier_Name"}, "constants": {"name": "X"}}, FIELDS, HEADERS)
    assert fitted.columns == {"city": ("Supplier_Name",), "country": ("COUNTRY",)}


@pytest.mark.parametrize(
    ("mapping", "refused"),
    [
        ({"columns": {"colour": "x"}}, ("mapping-field", "", "colour")),
        ({"constants": {"colour": "x"}}, ("mapping-field", "", "colour")),
        ({"columns": {"city": "Place"}}, ("column-missing", "", "Place")),
        ({"only": {"Kind": ["x"]}}, ("column-missing", "", "Kind")),
        ({"editions": {"column": "Year"}}, ("column-missing", "", "Year")),
        ({"editions": {"code": "x"}}, ("mapping-editions", "", "column")),
        ({"editions": {"column": "year", "years": {}}}, ("mapping-editions", "", "years")),
        ({"source": {"name": "x"}}, ("mapping-source", "", "name")),
    ],
)
def test_what_does_not_fit_is_refused_by_name(mapping: dict[str, Any], refused: tuple[str, str, str]) -> None:
    assert refusal(mapping) == refused


def test_a_needed_field_without_column_is_named_with_the_headers_there_are() -> None:
    assert refusal({}, ("a", "b")) == ("field-without-column", "name, country", "a, b")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "mapping-not-json"),
        ("[1]", "mapping-not-json"),
        ('{"colums": {}}', "mapping-key"),
        ('{"kind": "brands"}', "mapping-kind"),
        ('{"columns": []}', "mapping-part"),
    ],
)
def test_a_file_that_is_no_mapping_for_the_kind_is_refused(text: str, code: str) -> None:
    with pytest.raises(Unreadable) as caught:
        load_mapping(text, "factories")
    assert caught.value.problem.code == code


def test_a_mapping_is_read() -> None:
    given = {"kind": "factories", "about": "x", "columns": {"name": "a"}}
    assert load_mapping(json.dumps(given), "factories") == given


def test_values_come_from_columns_constants_and_translations() -> None:
    table = read_table(
        "a.csv", b"name,street,town,country,role,year\nA,1 Road,Auen,U.K.,buyer,2016\nB,,,,seller,2017\n"
    )
    mapping = {
        "columns": {"city": ["street", "town"]},
        "constants": {"country": "DE"},
        "values": {"country": {"DE": "Germany"}},
        "only": {"role": "buyer"},
        "editions": {"column": "year"},
    }
    fitted = fit_mapping(
        {**mapping, "columns": {"city": ["street", "town"], "country": "country"}}, FIELDS, table.headers
    )
    first, second = read_rows(table, fitted)
    assert first.values == {"country": "U.K.", "city": "1 Road, Auen", "name": "A"}
    assert (first.edition, first.left_out, second.left_out) == ("2016", False, True)
    everyone = fit_mapping({**mapping, "only": {}, "columns": {"country": "country"}}, FIELDS, table.headers)
    assert read_rows(table, everyone)[1].values["country"] == "Germany"


def test_surplus_cells_are_told() -> None:
    table = read_table("a.csv", b"name,country\nA,DE,more\n")
    assert [p.code for p in read_rows(table, fit_mapping({}, FIELDS, table.headers))[0].problems] == ["cells-surplus"]


def test_a_source_is_described_with_its_edition() -> None:
    mapping = {
        "source": {"title": "List {edition}", "seen_on": "{edition}-01-01", "granularity": "site", "is_public": True},
        "editions": {"column": "year", "each": {"2020": {"granularity": "region"}}},
    }
    fitted = fit_mapping(mapping, FIELDS, HEADERS)
    source = fitted.source_of("lumen", "2020")
    assert (source.code, source.settings["title"], source.granularity) == ("lumen-2020", "List 2020", "region")
    assert source.seen_on == datetime.date(2020, 1, 1)
    assert fitted.source_of("lumen", "2019").granularity == "site"


@pytest.mark.parametrize(
    ("mapping", "edition", "code"),
    [
        ({"source": {"seen_on": "{edition}-01-01"}}, "20l6", "mapping-date"),
        ({"source": {"seen_on": 2016}}, "", "mapping-date"),
        ({"editions": {"column": "year"}}, "zwei tausend", "source-code-form"),
    ],
)
def test_a_source_that_cannot_be_is_refused(mapping: dict[str, Any], edition: str, code: str) -> None:
    fitted = fit_mapping({**mapping, "editions": {"column": "year"}}, FIELDS, HEADERS)
    with pytest.raises(Unreadable) as caught:
        fitted.source_of("lumen", edition)
    assert caught.value.problem.code == code
