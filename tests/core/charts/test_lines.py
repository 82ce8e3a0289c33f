"""Lines over months: exact points, gaps, names at their ends."""

import datetime
from xml.etree import ElementTree

import pytest

from core.charts.lines import PLOT, PLOT_WIDTH, TOP, LineChart, Series

SVG = "{http://www.w3.org/2000/svg}"
MONTHS = [datetime.date(2026, month, 1) for month in range(1, 6)]


def chart(*series, months=MONTHS):
    return LineChart("test", "Title", "Described", months, [Series(*each) for each in series])


def parsed(drawing):
    return ElementTree.fromstring(drawing.svg())  # noqa: S314 (our own text)


def lines(svg):
    return [path for path in svg.iter(f"{SVG}path") if path.get("class") == "chart-line"]


def test_points_stand_by_month_and_value():
    drawn = chart(("People", [0, 1, 2, 3, 4]))
    assert drawn.highest == 4
    assert drawn.placed(0, 0) == (8.0, TOP + PLOT)
    assert drawn.placed(4, 4) == (PLOT_WIDTH - 8.0, TOP)
    assert drawn.placed(2, 2) == (PLOT_WIDTH / 2, TOP + PLOT / 2)
    assert len(lines(parsed(drawn))) == 1


@pytest.mark.parametrize(("value", "end"), [(0, 4), (4, 4), (5, 6), (11, 20), (99, 100), (100, 100), (4100, 6000)])
def test_the_scale_ends_at_a_round_number(value, end):
    assert chart(("a", [value] * 5)).highest == end


def test_an_unknown_month_is_a_gap_and_a_lone_month_a_mark():
    drawn = chart(("People", [1, 2, None, 4, 4]))
    assert [len(run) for run in drawn.runs(drawn.series[0])] == [2, 2]
    assert lines(parsed(drawn))[0].get("d").count("M") == 2
    lone = parsed(chart(("People", [None, None, 3, None, None])))
    assert lines(lone) == []
    assert len(list(lone.iter(f"{SVG}circle"))) == 2  # the month, and the mark at its name


def test_lines_differ_by_dashes_and_marks_and_are_named_with_their_last_figure():
    svg = parsed(chart(("<a>", [1] * 5), ("b", [1] * 5), ("c", [1, 1, 1, 1, 1200])))
    assert len({line.get("stroke-dasharray") for line in lines(svg)}) == 3
    assert (len(list(svg.iter(f"{SVG}circle"))), len(list(svg.iter(f"{SVG}rect")))) == (6, 6)
    texts = [text.text for text in svg.iter(f"{SVG}text")]
    assert {"<a>", "b", "c", "1,200"} <= set(texts)
    tops = [float(text.get("y")) for text in svg.iter(f"{SVG}text") if text.text in ("<a>", "b", "c")]
    assert min(abs(one - other) for n, one in enumerate(tops) for other in tops[n + 1 :]) >= 36


def test_first_and_last_month_are_named():
    texts = [text.text for text in parsed(chart(("a", [1] * 5))).iter(f"{SVG}text")]
    assert {"Jan 2026", "May 2026"} <= set(texts)
    assert "Jan 2026" in str(chart(("a", [1]), months=MONTHS[:1]).svg())


def test_rows_are_the_same_figures():
    assert chart(("a", [1, None, 3, 4, 5]), ("b", [0] * 5)).rows[1] == [MONTHS[1], None, 0]


@pytest.mark.parametrize("drawn", [chart(), chart(("a", [None] * 5)), chart(("a", []), months=[])])
def test_nothing_known_is_an_empty_drawing(drawn):
    assert (drawn.height, list(parsed(drawn).iter(f"{SVG}text"))) == (0, [])


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(ValueError, match="3 lines"):
        chart(*[("a", [1] * 5)] * 4)
    with pytest.raises(ValueError, match="each month"):
        chart(("a", [1]))
