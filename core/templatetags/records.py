"""How records, figures, dates and sources are shown, everywhere alike."""

import datetime
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template
from django.template import Engine
from django.template.loader import render_to_string
from django.urls import NoReverseMatch
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.panels import ShownPanel

register = template.Library()

# The same order of day, month and year in every language; Django's own English format is American.
DAY = "j F Y"
# Non-breaking: an amount and its currency stay on one line.
SPACE = "\N{NO-BREAK SPACE}"


@register.filter
def figure(number: Any) -> str:
    """`number` with its thousands apart, or "unknown"."""
    if number is None or number == "":
        return _("unknown")
    try:
        exact = Decimal(str(number))
    except InvalidOperation:
        return str(number)
    places = 0 if exact == exact.to_integral_value() else 2
    return number_format(exact, decimal_pos=places, use_l10n=True, force_grouping=True)


@register.filter
def money(amount: Any, currency: Any) -> str:
    """`amount` with the code of its currency, in the order of the language."""
    if amount is None or amount == "":
        return _("unknown")
    # Translators: order of amount and currency code, for example "EUR 1,000".
    shown = _("%(currency)s %(amount)s") % {"currency": currency or "", "amount": figure(amount)}
    return shown.strip().replace(" ", SPACE)


@register.filter
def day(date: datetime.date | None) -> str:
    """`date` in words, or "unknown"."""
    if not date:
        return _("unknown")
    if isinstance(date, datetime.datetime) and timezone.is_aware(date):
        date = timezone.localtime(date)
    return date_format(date, DAY)


@register.simple_tag
def record_link(record: Any, label: str = "") -> SafeString:
    """Link to the page of `record` by its name, with the name in its own script after it."""
    if record is None:
        return format_html('<span class="muted">{}</span>', _("not stated"))
    name = label or str(record)
    try:
        return format_html('<a href="{}">{}</a>{}', record.get_absolute_url(), name, local_name(record))
    except (AttributeError, NoReverseMatch):
        return format_html("{}{}", name, local_name(record))


@register.simple_tag
def local_name(record: Any) -> SafeString:
    """The name of `record` in its own script, marked with its language; nothing where there is none."""
    named = record if hasattr(record, "name_local") else getattr(record, "organisation", None)
    local = getattr(named, "name_local", "")
    if not local or repeats(local, getattr(named, "name", "")):
        return SafeString("")
    return format_html(
        ' <span class="local-name" lang="{}">{}</span>', getattr(named, "name_local_lang", "") or "und", local
    )


@register.filter
def repeats(local: str, name: str) -> bool:
    """Whether a local name is the name once more, with other punctuation or a legal form after it."""
    plain_local, plain_name = (re.sub(r"\W+", " ", text).strip().casefold() for text in (local, name or ""))
    return bool(plain_name) and f"{plain_local} ".startswith(f"{plain_name} ")


@register.simple_tag
def source_note(cited: Any) -> str:
    """Who says so, where and when. `cited` is a citation, a mapping with the same keys, or a source itself."""
    keys = ("source", "locator", "seen_on", "kind")
    if isinstance(cited, dict):
        shown = {key: cited.get(key) for key in keys}
    elif hasattr(cited, "source"):
        shown = {key: getattr(cited, key, None) for key in keys}
    else:
        shown = {"source": cited, "seen_on": getattr(cited, "retrieved_on", None)}
    return render_to_string("components/source_note.html", shown)


@register.simple_tag(takes_context=True)
def render_panel(context: template.Context, shown: ShownPanel) -> str:
    """The template of a panel, over what the page knows."""
    engine = context.template.engine if context.template else Engine.get_default()
    loaded = engine.get_template(shown.panel.template_name)
    with context.push(**shown.context):
        return loaded.render(context)
