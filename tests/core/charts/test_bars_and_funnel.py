"""Charts tell their figures in words, and nothing by colour alone."""

from xml.etree import ElementTree

import pytest

from core.charts.bars import BarChart
from core.charts.chart import THINNEST, WIDTH, Bar, Chart
from core.charts.funnel import FunnelChart

SVG = "{http://www.w3.org/2000/svg}"


def drawn(kind, *values):
    rows = [Bar(f"Row <{n}>", value) for n, value in enumerate(values)]
    chart = kind(name="test", title="Title & more", description="Described", rows=rows)
    return ElementTree.fromstring(chart.svg())  # noqa: S314 (our own text)


def bars(svg):
    return [
        (int(bar.get("x")), int(bar.get("width"))) for bar in svg.iter(f"{SVG}rect") if bar.get("class") == "chart-bar"
    ]


def test_title_description_and_figures_are_text():
    svg = drawn(BarChart, 1200, 3)
    assert [svg.find(f"{SVG}title").text, svg.find(f"{SVG}desc").text] == ["Title & more", "Described"]
    assert svg.get("aria-labelledby") == "test-title test-desc"
    assert [text.text for text in svg.iter(f"{SVG}text")] == ["Row <0>", "1,200", "Row <1>", "3"]


def test_bars_begin_on_the_left_and_a_funnel_stands_in_the_middle():
    assert bars(drawn(BarChart, 10, 5)) == [(0, WIDTH), (0, WIDTH // 2)]
    assert bars(drawn(FunnelChart, 10, 5)) == [(0, WIDTH), (WIDTH // 4, WIDTH // 2)]


def test_nothing_is_nothing_and_little_is_seen():
    assert [width for _x, width in bars(drawn(BarChart, 100_000, 1, 0))] == [WIDTH, THINNEST, 0]
    assert bars(drawn(BarChart, 0)) == [(0, 0)]
    assert bars(drawn(BarChart)) == []


def test_a_note_stands_beside_the_figure():
    chart = BarChart(name="n", title="t", description="d", rows=[Bar("Label", 7, note="of 9")])
    assert "7 (of 9)" in chart.svg()
    with pytest.raises(NotImplementedError):
        Chart(name="n", title="t", description="d", rows=[]).start(1)
