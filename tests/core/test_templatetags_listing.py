"""Cells of lists in plain words."""

import datetime

import pytest

from core.listing.facets import FacetValue
from core.templatetags.listing import choice, plain


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, '<span class="no-value muted">–</span>'),
        ("", '<span class="no-value muted">–</span>'),
        (True, "Yes"),
        (False, "No"),
        (12345, "12,345"),
        ("<b>", "&lt;b&gt;"),
        (datetime.date(2026, 1, 5), '<time datetime="2026-01-05">5 Jan. 2026</time>'),
        (
            datetime.datetime(2026, 1, 5, 9, 7, tzinfo=datetime.UTC),
            '<time datetime="2026-01-05T09:07:00+00:00">5 Jan. 2026, 09:07</time>',
        ),
    ],
)
def test_a_value_is_shown_in_plain_words(value, shown):
    assert plain(value) == shown


def test_a_choice_is_escaped_counted_and_marked() -> None:
    shown = choice("brand", FacetValue("B-1", "Mir & <Co>", 1200, chosen=True))
    assert 'name="brand" value="B-1" checked>' in shown
    assert 'Mir &amp; &lt;Co&gt;</span> <span class="count">1,200</span>' in shown
    assert "choice-empty" in choice("brand", FacetValue("B-2", "None", 0))
    assert "count" not in choice("brand", FacetValue("B-3", "Any", None))
