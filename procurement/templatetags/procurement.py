"""Words for codes of procurement that a query annotates."""

from django import template

from procurement.enums import AffiliationRoute, AffiliationStage

register = template.Library()


@register.filter
def affiliation_stage(code: str | None) -> str:
    """The stage in words; empty for none."""
    return str(AffiliationStage(code).label) if code else ""


@register.filter
def affiliation_route(code: str | None) -> str:
    """The route in words; empty for none."""
    return str(AffiliationRoute(code).label) if code else ""
