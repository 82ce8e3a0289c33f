"""How figures, dates, records and sources are shown."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override

from core.panels import Panel, ShownPanel
from core.templatetags.records import (
    day,
    figure,
    local_name,
    moment,
    money,
    record_link,
    repeats,
    source_note,
)
from tests.factories.core import SourceFactory

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0"),
        (1234567, "1,234,567"),
        (Decimal("1234.50"), "1,234.50"),
        (Decimal("1234.00"), "1,234"),
        (None, "unknown"),
        ("", "unknown"),
        ("many", "many"),
    ],
)
def test_figures_keep_their_thousands_apart(number: Any, shown: str) -> None:
    assert figure(number) == shown


def test_money_names_its_currency_and_does_not_break() -> None:
    assert money(Decimal("1250000.00"), "EUR") == f"EUR{NBSP}1,250,000"
    assert money(5, "") == "5"
    assert money(None, "EUR") == "unknown"


def test_days_are_written_in_words_of_the_language() -> None:
    assert day(datetime.date(2025, 3, 9)) == "9 March 2025"
    assert day(datetime.datetime(2025, 3, 9, 23, tzinfo=datetime.UTC)) == "9 March 2025"
    assert day(None) == "unknown"
    with override("fr"):
        assert day(datetime.date(2025, 3, 9)) == "9 mars 2025"
        assert day(datetime.date(2022, 7, 1)) == "1er juillet 2022"
        assert day(datetime.date(2021, 3, 21)) == "21 mars 2021"
        assert moment(datetime.datetime(2022, 7, 1, 9, 5, tzinfo=datetime.UTC)) == "1er juillet 2022, 09:05"
    assert moment(datetime.datetime(2022, 7, 1, 9, 5, tzinfo=datetime.UTC)) == "1 July 2022, 09:05"


class Named:
    name_local = "富士<康>"
    name_local_lang = "zh-Hans"

    def __str__(self) -> str:
        return "A & B"


def test_a_record_without_a_page_is_named_and_escaped() -> None:
    assert record_link(Named()) == ('A &amp; B <span class="local-name" lang="zh-Hans">富士&lt;康&gt;</span>')
    assert record_link(None) == '<span class="muted">not stated</span>'
    assert local_name(object()) == ""


@pytest.mark.parametrize(
    ("local", "name", "same"),
    [
        ("Kvarnby Datalogistik AB", "Kvarnby Datalogistik", True),
        ("Duna-Áramkör, Székesfehérvár", "Duna-Áramkör Székesfehérvár", True),
        ("Lumenia", "Lumen", False),
        ("富士康", "Foxconn", False),
        ("富士康", "", False),
    ],
)
def test_a_local_name_that_repeats_the_name_is_left_out(local: str, name: str, same: bool) -> None:
    assert repeats(local, name) is same
    named = type("Body", (), {"name": name, "name_local": local})()
    assert (local_name(named) == "") is same


@pytest.mark.django_db
def test_a_source_note_says_who_where_and_when() -> None:
    source = SourceFactory.create(title="List 2022", publisher_name="A brand", retrieved_on=datetime.date(2023, 1, 5))
    cited = {"source": source, "locator": "page 3", "seen_on": datetime.date(2022, 9, 30)}
    text = " ".join(source_note(cited).split())
    assert "List 2022" in text
    assert "A brand, page 3 · as of 30 September 2022" in text
    assert "as of 5 January 2023" in " ".join(source_note(source).split())


def test_a_source_that_is_not_public_gives_kind_and_date_only() -> None:
    hidden = {"source": None, "kind": "Monitoring report", "seen_on": datetime.date(2024, 5, 1)}
    text = " ".join(source_note(hidden).split())
    assert "Source not public (Monitoring report) · as of 1 May 2024" in text
    assert "Source not public" in source_note({})


def test_a_panel_sees_its_own_context_over_that_of_the_page() -> None:
    panel = Panel("stock", "Stock", "components/stat.html", lambda _request, _subject: {})
    shown = ShownPanel(panel, {"figure": "12", "label": "inner"})
    template = Template('{% include "components/panels.html" with panels=panels %}{{ label }}')
    html = template.render(Context({"panels": [shown], "label": "outer"}))
    assert '<h2 id="stock-title">Stock</h2>' in html
    assert '<span class="figure">12</span>' in html
    assert "inner" in html
    assert html.endswith("outer")
