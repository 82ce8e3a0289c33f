"""What the files of a list hold, and that none of them can run anything in a spreadsheet."""

import csv as reader
import datetime
import io
import json as json_reader
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from core.exports import csv, json, xlsx
from core.exports.table import Table
from core.listing import Column


@dataclass
class Row:
    value: Any


def table(*values: Any) -> Table:
    return Table("Test", [Column("value", "Value", lambda row: row.value)], [Row(value) for value in values])


def read_csv(*values: Any) -> list[str]:
    text = b"".join(csv.write(table(*values))).decode("utf-8-sig")
    return [row[0] if row else "" for row in reader.reader(io.StringIO(text, newline=""))]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (-3, "-3"),
        (2.5, "2.5"),
        (Decimal("-1.20"), "-1.20"),
        (datetime.date(2026, 1, 31), "2026-01-31"),
        (datetime.datetime(2026, 1, 31, 12, tzinfo=datetime.UTC), "2026-01-31T12:00:00+00:00"),
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("富士康", "富士康"),
        ('a "b", c', 'a "b", c'),
    ],
)
def test_csv_writes_each_kind_of_value(value, written):
    assert read_csv(value) == ["value", written]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_no_text_in_csv_begins_like_a_formula(text):
    assert not csv.safe(text).startswith(csv.FORMULA_STARTS)
    assert csv.safe(text).removeprefix("'") == text.removeprefix("'")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1), max_size=5))
def test_csv_can_be_read_back(texts):
    assert read_csv(*texts)[1:] == [csv.safe(text) for text in texts]


def read_xlsx(*values: Any) -> list[Any]:
    file = io.BytesIO()
    xlsx.write(table(*values), file)
    file.seek(0)
    rows = CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python()
    return [row[0] for row in rows]


def test_xlsx_has_typed_cells_and_no_formulas():
    moment = datetime.datetime(2026, 1, 31, 12, 30, tzinfo=datetime.UTC)
    values = ["=1+1", 7, 2.5, True, datetime.date(2026, 1, 31), moment, "https://example.org", 10**16]
    assert read_xlsx(*values) == [
        "Value",
        "=1+1",
        7.0,
        2.5,
        True,
        datetime.date(2026, 1, 31),
        datetime.datetime(2026, 1, 31, 12, 30),
        "https://example.org",
        "10000000000000000",
    ]


def test_xlsx_writes_what_a_spreadsheet_cannot_count_as_text():
    assert read_xlsx(float("nan"), float("inf"))[1:] == ["nan", "inf"]


def test_xlsx_tells_how_far_it_is():
    heard: list[int] = []
    assert xlsx.write(table(*range(2500)), io.BytesIO(), heard.append) == 2500
    assert heard == [1000, 2000, 2500]


def test_json_wraps_all_objects_in_the_envelope():
    text = b"".join(json.write_list([{"a": 1}, {"a": datetime.date(2026, 1, 31)}]))
    assert json_reader.loads(text) == {
        "results": [{"a": 1}, {"a": "2026-01-31"}],
        "count": 2,
        "count_is_exact": True,
        "next": None,
        "previous": None,
    }


def test_an_empty_collection_of_features_is_valid():
    assert json_reader.loads(b"".join(json.write_features([]))) == {"type": "FeatureCollection", "features": []}
