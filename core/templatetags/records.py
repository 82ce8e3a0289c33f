"""How records, figures, dates and sources are shown, everywhere alike."""

import datetime
import functools
import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template
from django.template import Engine
from django.urls import NoReverseMatch
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import is_aware, localtime
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from core.dates import MOMENT, in_words
from core.languages import language_name
from core.panels import ShownPanel

register = template.Library()
register.filter(language_name)

# Non-breaking: an amount and its currency stay on one line.
SPACE = "\N{NO-BREAK SPACE}"
# Marks of `confidence`, by the levels that the pages know.
SURE = {
    "confirmed": gettext_lazy("Confirmed"),
    "suspected": gettext_lazy("Suspected"),
    "unanswered": gettext_lazy("Asked, no answer"),
    "gap": gettext_lazy("Not known"),
}


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
    if isinstance(date, datetime.datetime) and is_aware(date):
        date = localtime(date)
    return _in_words(datetime.date(date.year, date.month, date.day), get_language())


@functools.lru_cache(maxsize=4096)
def _in_words(date: datetime.date, _language: str | None) -> str:
    """The lists behind a page share a few dates."""
    return in_words(date)


@register.filter
def moment(time: datetime.datetime) -> str:
    """Day and hour of `time` in words."""
    return in_words(time, MOMENT)


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
def demo_badge() -> SafeString:
    """Says that a record is fictional."""
    return _demo_badge(get_language())


@functools.cache
def _demo_badge(language: str | None) -> SafeString:
    """A list shows one in each row."""
    return format_html(
        '<span class="demo-badge"><span class="long">{}</span><span class="short" aria-hidden="true">{}</span></span>',
        _("Fictional demo record"),
        pgettext("badge", "demo"),
    )


@register.simple_tag
def confidence(level: str, basis: str = "") -> SafeString:
    """How sure a statement is, in words, and what it rests on."""
    mark = format_html('<span class="mark mark-{}">{}</span>', level, SURE[level]) if level in SURE else ""
    why = format_html(' <span class="basis">{}</span>', basis) if basis else ""
    return format_html('<span class="evidence">{}{}</span>', mark, why)


@register.simple_tag
def source_note(cited: Any = None, **stated: Any) -> SafeString:
    """Who says so, where and when. `cited` is a citation, a mapping with the same keys, or a source itself."""
    if cited is not None and not isinstance(cited, dict):
        stated = _stated_by(cited)
    elif cited is not None:
        stated = cited
    seen_on = stated.get("seen_on")
    when = format_html(" · {}", _("as of %(date)s") % {"date": day(seen_on)}) if seen_on else ""
    return format_html('<span class="source-note">{}{}</span>', _who(stated), when)


def _stated_by(cited: Any) -> dict[str, Any]:
    if hasattr(cited, "source"):
        return {key: getattr(cited, key, None) for key in ("source", "locator", "seen_on", "kind")}
    return {"source": cited, "seen_on": getattr(cited, "retrieved_on", None)}


def _who(stated: dict[str, Any]) -> str:
    """The source with publisher and place in it; of one that is not public its kind alone."""
    source, locator, kind = stated.get("source"), stated.get("locator"), stated.get("kind")
    if not source:
        return _("Source not public (%(kind)s)") % {"kind": kind} if kind else _("Source not public")
    publisher = getattr(source, "publisher_name", "")
    more = [text for text in (publisher if publisher != source.title else "", locator) if text]
    return format_html("{} {}{}", _("Source:"), record_link(source), "".join(f", {text}" for text in more))


@register.simple_tag(takes_context=True)
def render_panel(context: template.Context, shown: ShownPanel) -> str:
    """The template of a panel, over what the page knows."""
    engine = context.template.engine if context.template else Engine.get_default()
    loaded = engine.get_template(shown.panel.template_name)
    with context.push(**shown.context):
        return loaded.render(context)
