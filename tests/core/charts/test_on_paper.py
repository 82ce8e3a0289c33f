"""Every kind of chart is set on paper, and columns for programs alone are not."""

import datetime
import io

import pytest

from core.charts.bars import BarChart
from core.charts.chart import Bar
from core.charts.funnel import FunnelChart
from core.charts.lines import LineChart, Series
from core.charts.maps import MapChart, Place
from core.charts.sankey import Flow, SankeyChart
from core.charts.stacked import StackedBar, StackedBarChart
from core.reports.document import ChartBlock, Column, Document, Section, Table
from core.reports.pdf import write_pdf
from core.reports.printed import printed
from core.reports.svg import write_svg

WORDS = ("Title <b>", "Described & told")
CHARTS = [
    BarChart("bars", *WORDS, [Bar("Row", 3)]),
    FunnelChart("funnel", *WORDS, [Bar("Row", 3)]),
    StackedBarChart("stacked", *WORDS, ["Women", "Men", "Not known", "Other"], [StackedBar("Row", [9, 8, 1, 4])]),
    LineChart("lines", *WORDS, [datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)], [Series("People", [1, 2])]),
    SankeyChart("flows", *WORDS, ["From", "To"], [Flow(0, "a", "b", 1)]),
    MapChart("map", *WORDS, [Place("Belgium", "BE", count=2)]),
]


def document(*blocks):
    made_at = datetime.datetime(2026, 11, 24, 12, 30, 15, 123, tzinfo=datetime.UTC)
    return Document("test", "Test", "", "en", made_at, "", [], [], [Section("all", "All", blocks)])


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_each_chart_is_set_on_paper(chart):
    file = io.BytesIO()
    write_pdf(document(ChartBlock(chart)), file, lambda _rows: None)
    assert file.getvalue().startswith(b"%PDF-")


def test_all_charts_of_a_report_are_one_drawing():
    file = io.BytesIO()
    write_svg(document(*map(ChartBlock, CHARTS)), file, lambda _rows: None)
    assert file.getvalue().count(b'<svg x="0" y=') == len(CHARTS)


def test_wide_drawings_are_known_as_such():
    (section,) = printed(document(*map(ChartBlock, CHARTS)))["sections"]
    assert [block["name"] for block in section["blocks"] if block["is_wide"]] == ["flows", "map"]


def test_columns_for_programs_are_not_printed():
    columns = [Column("name", "Name"), Column("id", "Identifier", printed=False), Column("n", "Number")]
    (section,) = printed(document(Table("t", "T", columns, [["Works", "F-1", 3]])))["sections"]
    (table,) = section["blocks"]
    assert [column["label"] for column in table["columns"]] == ["Name", "Number"]
    assert table["rows"] == [["Works", "3"]]
