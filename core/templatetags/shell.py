"""Tags of the page shell."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from core.access import ANONYMOUS
from core.navigation import Navigation, navigation_for

register = template.Library()


@register.simple_tag(takes_context=True)
def navigation(context: dict[str, Any]) -> Navigation:
    """The menu for this viewer on this page."""
    path = context["request"].path if "request" in context else ""
    return navigation_for(context.get("access") or ANONYMOUS, path)


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
