"""Flows: nothing gets lost on the way, small ones are joined, every name has its number."""

from xml.etree import ElementTree

import pytest

from core.charts.sankey import HEAD, LOWEST, MOST, NODE_GAP, NODE_WIDTH, WIDE, Flow, SankeyChart

SVG = "{http://www.w3.org/2000/svg}"
HEADS = ["Brand", "Factory", "Stage"]
SMALL = [Flow(0, "Lumen", "Works", 3), Flow(0, "Lumen", "Plant", 1), Flow(1, "Works", "Assembly", 3)]


def chart(flows, heads=HEADS):
    return SankeyChart("test", "Title", "Described", heads, flows)


def parsed(drawing):
    return ElementTree.fromstring(drawing.svg())  # noqa: S314 (our own text)


def labels(svg):
    return [text.text.strip() for text in svg.iter(f"{SVG}text")]


def test_one_flow_fills_the_height():
    drawn = chart([Flow(0, "a", "b", 5)], heads=["From", "To"])
    left, right = drawn.nodes[0, "a"], drawn.nodes[1, "b"]
    assert (left.x, left.y, left.length) == (0, HEAD, LOWEST)
    assert (right.x, right.y, right.length) == (WIDE - NODE_WIDTH, HEAD, LOWEST)
    (band,) = drawn.bands
    assert (band.start, band.end, band.thickness) == ((NODE_WIDTH, HEAD), (WIDE - NODE_WIDTH, HEAD), LOWEST)


def test_thickness_is_in_proportion_and_bands_leave_below_each_other():
    drawn = chart(SMALL)
    by_target = {band.flow.target: band for band in drawn.bands}
    works, plant = by_target["Works"], by_target["Plant"]
    assert works.thickness == pytest.approx(3 * plant.thickness)
    assert plant.start[1] == pytest.approx(works.start[1] + works.thickness)
    nodes = drawn.nodes
    assert nodes[1, "Plant"].y == pytest.approx(nodes[1, "Works"].y + nodes[1, "Works"].length + NODE_GAP, abs=0.2)
    assert nodes[0, "Lumen"].value == 4


def test_small_ones_are_joined_and_stand_last():
    flows = [Flow(0, "Lumen", f"Works {n:02}", n) for n in range(1, 13)]
    drawn = chart(flows, heads=["Brand", "Factory"])
    column = drawn.columns[1]
    assert len(column) == MOST
    assert column[0] == ("Works 12", 12)
    assert column[-1] == ("5 others", 1 + 2 + 3 + 4 + 5)
    assert sum(size for _label, size in column) == sum(flow.value for flow in drawn.rows)


def test_every_name_has_its_number_and_is_text():
    svg = parsed(chart([Flow(0, "<b>", "x & y", 1200), Flow(0, "n" * 60, "x & y", 1)]))
    assert labels(svg)[:3] == HEADS
    assert {"<b>", "x & y", "n" * 29 + "…"} == set(labels(svg)[3:])
    assert {span.text for span in svg.iter(f"{SVG}tspan")} == {"1,200", "1,201", "1"}
    assert "n" * 60 in str(drawn_titles(svg))


def drawn_titles(svg):
    return [title.text for title in svg.iter(f"{SVG}title")]


@pytest.mark.parametrize("flows", [[], [Flow(0, "a", "b", 0)]])
def test_nothing_is_an_empty_drawing(flows):
    drawn = chart(flows)
    assert (drawn.height, labels(parsed(drawn))) == (0, [])


def test_a_drawing_fits_its_frame():
    flows = [Flow(0, "Lumen", f"Works {n}", 1 + n % 5) for n in range(40)]
    flows += [Flow(1, f"Works {n}", f"Stage {n % 9}", 1 + n % 5) for n in range(40)]
    drawn = chart(flows)
    assert all(node.y >= HEAD - 0.1 for node in drawn.nodes.values())
    assert all(node.y + node.length <= drawn.height for node in drawn.nodes.values())
