"""Maps are drawn by the server alone, hold everything that they show as words, and say what is not exact."""

import re
from xml.etree import ElementTree

from core.charts import maps, outlines
from core.charts.maps import MapChart, Place, map_of

parse = ElementTree.fromstring
SVG = "{http://www.w3.org/2000/svg}"
GHENT = Place("Training, Ghent", "BE", 51.05, 3.72)


def drawn(*places):
    return map_of(places, title="Where", description="Two <places>", identifier="here")


def test_outlines_have_their_codes():
    known = outlines.outlines()
    assert {"BE", "CL", "XK", "TW", "MT", "SG"} <= known.keys()
    assert len(known) > 230
    longitude, latitude = outlines.middle("NO")
    assert (8 < longitude < 20, 60 < latitude < 68) == (True, True)
    assert outlines.middle("ZZ") is None


def test_without_the_file_there_are_no_outlines_and_no_error(monkeypatch):
    outlines.outlines.cache_clear()
    monkeypatch.setattr(outlines.finders, "find", lambda path: None)
    assert outlines.outlines() == {}
    outlines.outlines.cache_clear()


def test_the_drawing_is_valid_named_and_asks_nobody():
    root = parse(drawn(GHENT).svg)
    assert root.find(f"{SVG}title").text == "Where"
    assert root.find(f"{SVG}desc").text == "Two <places>"
    assert root.get("aria-labelledby") == "here-title here-desc"
    assert not re.search(r"href|url\(|style=", str(drawn(GHENT).svg))
    assert len(drawn(GHENT).svg) < 130_000


def test_the_smallest_frame_with_all_places_is_drawn():
    frames = [maps._frame_of([place.point for place in places]) for places in ([GHENT], [GHENT, Place("x", "CL")])]
    assert frames == [maps.FRAMES[0], maps.FRAMES[-1]]
    for place in (GHENT, Place("x", "KE"), Place("x", "CN"), Place("x", "CL"), Place("x", "US"), Place("x", "AU")):
        assert maps._frame_of([place.point]).holds(*place.point)


def test_places_at_one_point_are_one_dot_with_their_number():
    root = parse(drawn(GHENT, Place("Talk, Ghent", "BE", 51.05, 3.72, 2), Place("Tour", "HU")).svg)
    groups = root.findall(f"{SVG}g")
    assert [group.find(f"{SVG}title").text for group in groups] == ["Training, Ghent; Talk, Ghent", "Tour"]
    assert [group.findtext(f"{SVG}text") for group in groups] == ["3", None]
    assert "map-about" in groups[1].find(f"{SVG}circle").get("class")
    assert "map-about" not in groups[0].find(f"{SVG}circle").get("class")


def test_dots_grow_with_their_number_up_to_a_size():
    few, many = (maps.Dot((Place("x", count=count),), 0, 0).radius for count in (4, 10_000))
    assert (few, many) == (18.0, 26.0)


def test_what_has_no_place_is_told_apart():
    online = Place("Webinar")
    result = drawn(GHENT, online)
    assert (result.unplaced, len(result.places)) == ((online,), 2)
    assert "circle" not in drawn(online).svg


def test_a_label_is_text_and_no_markup():
    assert "<script>" not in drawn(Place("<script>alert(1)</script>", "BE")).svg


def test_a_ring_outside_the_frame_or_too_small_is_not_drawn():
    europe = maps.FRAMES[0]
    assert maps._path([(100, 0), (101, 0), (101, 1), (100, 1), (100, 0)], europe) == ""
    assert maps._path([(5, 50), (5.001, 50), (5, 50.001), (5, 50)], europe) == ""
    assert maps._path([(5, 50), (6, 50), (6, 51), (5, 50)], europe).startswith("M")


def test_no_outline_jumps_across_the_world():
    steps = (
        abs(x - before)
        for rings in outlines.outlines().values()
        for ring in rings
        for (x, y), (before, _) in zip(ring[1:], ring, strict=False)
        if y > -60
    )
    assert max(steps) < 180


def test_the_middle_of_a_line_is_its_beginning():
    assert outlines._centroid([(1.0, 1.0), (2.0, 2.0), (1.0, 1.0)]) == (1.0, 1.0)


def test_a_map_is_a_chart_of_a_report():
    chart = MapChart("here", "Where", "Places", [GHENT])
    assert chart.svg() == map_of([GHENT], title="Where", description="Places", identifier="here").svg
    assert (chart.height, chart.width) == (maps.FRAMES[0].height, maps.WIDTH)
    assert MapChart("none", "Where", "Places", []).height > 0
