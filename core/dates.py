"""Days and moments in words, alike on pages, in histories and in the names of records."""

import datetime

from django.utils.formats import date_format
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language

# The same order of day, month and year in every language; Django's own English format is American.
DAY, MOMENT = "j F Y", "j F Y, H:i"
# Short, so that a date stays on one line of a narrow column.
SHORT_DAY, SHORT_MOMENT = "j N Y", "j N Y, H:i"


def in_words(date: datetime.date, form: str = DAY) -> str:
    """`date` in the language in force: French says "1er juillet", which Django's formats cannot."""
    if isinstance(date, datetime.datetime) and is_aware(date):
        date = localtime(date)
    text = date_format(date, form)
    is_french = (get_language() or "").startswith("fr")
    return text.replace("1 ", "1er ", 1) if is_french and date.day == 1 and form.startswith("j ") else text
