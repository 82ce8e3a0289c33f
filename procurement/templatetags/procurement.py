"""Words for codes of procurement that a query annotates."""

from django import template

from procurement.enums import AffiliationStage

register = template.Library()


@register.filter
def affiliation_stage(code: str | None) -> str:
    """The stage in words; empty for none."""
    return str(AffiliationStage(code).label) if code else ""
