"""Stacked bars: every part has its figure and its pattern."""

from xml.etree import ElementTree

from core.charts.chart import FILL, THINNEST, WIDTH
from core.charts.stacked import BAR, StackedBar, StackedBarChart

SVG = "{http://www.w3.org/2000/svg}"
PARTS = ["Women", "Men", "Not known"]


def chart(*rows, parts=PARTS):
    return StackedBarChart("test", "Title & more", "Described", parts, [StackedBar(*row) for row in rows])


def parsed(drawing):
    return ElementTree.fromstring(drawing.svg())  # noqa: S314 (our own text)


def parts_of(svg):
    return [
        (int(rect.get("x")), int(rect.get("width")), rect.get("fill"))
        for rect in svg.iter(f"{SVG}rect")
        if rect.get("class") == "chart-part"
    ]


def texts(svg):
    return [text.text for text in svg.iter(f"{SVG}text") if text.text]


def test_parts_stand_side_by_side_in_proportion_and_differ_by_pattern():
    svg = parsed(chart(("All", [20, 10, 10]), ("Half", [20, 0, None])))
    first, second, third = FILL, "url(#test-part-1)", "url(#test-part-2)"
    assert parts_of(svg) == [(0, 240, first), (240, 120, second), (360, 120, third), (0, 240, first)]
    assert len(list(svg.iter(f"{SVG}pattern"))) == 2
    assert int(parts_of(svg)[0][1] + 240) == WIDTH


def test_every_figure_is_written_inside_or_below():
    svg = parsed(chart(("People", [100_000, 7, 3], "estimated")))
    assert texts(svg) == [*PARTS, "People", "100,010 (estimated)", "100,000", "Men 7, Not known 3"]
    assert [width for _x, width, _fill in parts_of(svg)] == [480, THINNEST, THINNEST]


def test_a_bar_with_figures_below_is_higher():
    plain, more = chart(("a", [5, 5, 5])), chart(("a", [500, 500, 1]))
    assert more.height - plain.height == 20
    assert plain.height == 32 + 22 + BAR + 12


def test_the_key_goes_on_below_where_names_are_long():
    assert chart(("a", [1, 1, 1]), parts=["x" * 30, "y" * 30, "z"]).height > chart(("a", [1, 1, 1])).height


def test_words_are_text_and_never_markup():
    svg = parsed(chart(("<b>", [1, 1, 1]), parts=["<i>", "&", '"']))
    assert {"<b>", "<i>", "&", '"'} <= set(texts(svg))
    assert svg.find(f"{SVG}title").text == "Title & more"


def test_nothing_is_an_empty_drawing_and_no_error():
    assert (chart().height, texts(parsed(chart()))) == (0, [])
    assert parts_of(parsed(chart(("a", [None, 0, None])))) == []


def test_it_asks_for_no_style_sheet():
    assert "style=" not in chart(("a", [1, 2, 3])).svg()
