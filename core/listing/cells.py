"""What cells of a list's table show where the value in plain words is not all."""

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from core.templatetags.records import demo_badge, local_name


def record_cell(row: Any, value: Any) -> SafeString:
    """The value leads to the row's page; a fictional record says so, a local name follows."""
    badge = format_html(" {}", demo_badge()) if row.is_demo else ""
    return format_html('<a href="{}">{}</a>{}{}', row.get_absolute_url(), value, badge, local_name(row))


def link_cell(record: Any, value: Any) -> SafeString:
    """The value leads to the page of another record, if there is one."""
    if record is None:
        return SafeString("")
    return format_html('<a href="{}">{}</a>', record.get_absolute_url(), value)
