"""Paper shows every letter that its fonts have, and a box for any other."""

import pytest

from core.reports.glyphs import family_of, legible, with_fonts


@pytest.mark.parametrize("text", ["Zürich", "Ελλάδα", "Москва", "深圳市晟澜电子", "Hồ Chí Minh", "Łódź – €"])
def test_scripts_of_the_field_are_shown_as_they_are(text):
    assert legible(text) == text


def test_what_no_font_has_becomes_a_box_and_what_is_not_seen_nothing():
    assert legible("a 😀 b") == "a □ b"
    assert legible("\u200f\ufe0fx") == "x"
    assert legible("e\u0301") == "é"
    assert legible({"rows": [["😀", 1]], "none": None}) == {"rows": [["□", 1]], "none": None}
    assert family_of("□")


@pytest.mark.parametrize(
    ("text", "family", "shown"),
    [
        ("Ελλάδα", "Source Sans 3", "Ελλάδα"),
        ("Hồ 深圳", "Noto Sans SC", "Hồ 深圳"),
        ("Ελλάδα 深圳", "Noto Sans SC", "Ελλαδα 深圳"),
    ],
)
def test_a_text_of_a_drawing_has_one_font(text, family, shown):
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text x="0"{}>{}</text></svg>'
    assert with_fonts(svg.format("", text)) == svg.format(f' font-family="{family}"', shown)
    assert with_fonts(svg.format("", "plain")) == svg.format("", "plain")
