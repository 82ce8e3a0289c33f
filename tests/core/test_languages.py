"""Languages are named in the reader's language."""

import pytest
from django.utils import translation

from core.languages import language_name


@pytest.mark.parametrize(
    ("tag", "reader", "name"),
    [
        ("ca", "en", "Catalan"),
        ("ca", "fr", "catalan"),
        ("zh-Hans", "en", "Chinese (Simplified)"),
        ("zz-nonsense", "en", "zz-nonsense"),
        ("q", "en", "q"),
    ],
)
def test_a_tag_is_named_in_the_readers_language(tag: str, reader: str, name: str) -> None:
    with translation.override(reader):
        assert language_name(tag) == name
