"""Tags of the page shell."""

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

register = template.Library()


@register.inclusion_tag("components/nav_item.html", takes_context=True)
def nav_item(context: dict[str, Any], name: str, label: str) -> dict[str, Any]:
    """An entry of the navigation; nothing where the page does not exist."""
    try:
        url = reverse(name)
    except NoReverseMatch:
        return {"url": ""}
    path = context["request"].path if "request" in context else ""
    current = "page" if path == url else "true" if path.startswith(url) else ""
    return {"url": url, "label": label, "current": current}
