"""Tags of the page shell."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import mark_safe

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


@register.tag
def breadcrumbs(parser: Parser, _token: Token) -> template.Node:
    """The way to this page: wraps the list items inside, and is nothing where there are none."""
    nodelist = parser.parse(("endbreadcrumbs",))
    parser.delete_first_token()
    return BreadcrumbsNode(nodelist)


class BreadcrumbsNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        items = self.nodelist.render(context).strip()
        if not items or items.startswith("<nav"):
            return items
        # Rendered by the template engine, so escaped already.
        return render_to_string("components/breadcrumbs.html", {"items": mark_safe(items)})  # noqa: S308
