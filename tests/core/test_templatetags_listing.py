"""Cells of lists in plain words."""

import datetime

import pytest

from core.templatetags.listing import plain


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
