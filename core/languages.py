"""Languages by their tags, named in the reader's language."""

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language


def language_name(tag: str) -> str:
    """Name of the language of a BCP 47 tag ("zh-Hans"); the tag itself where it is no known one."""
    try:
        named = Locale.parse(tag, sep="-").get_display_name(Locale.parse(get_language() or "en", sep="-"))
    except (ValueError, UnknownLocaleError):
        return tag
    return named or tag
