"""What confirmed and suspected mean: the supply chain's part of the help page."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from core.panels import Panel
from supplychain.enums import CONFIRMING_BASES, Basis, Confidence

LIMITS = {
    Basis.CONTRACT_DISCLOSURE: _("That the supplier named every site"),
    Basis.MODEL_DISCLOSURE: _("That your units came from this site, if the model is made at several"),
    Basis.CERTIFICATE: _("That production goes on after the certificate was issued"),
    Basis.MONITORING: _("How much of the production takes place there"),
    Basis.BRAND_LIST: _("That the site makes the model you buy"),
    Basis.SITE_CLAIM: _("That the brand agrees"),
    Basis.REGISTER: _("That anyone has checked it"),
    Basis.PRESS_TRADE: _("That it still holds, or that the report was right"),
    Basis.INFERRED: _("Anything; it is a lead to follow"),
}


@dataclass(frozen=True)
class ExplainedBasis:
    label: str
    confidence: str
    limit: str


def explained_bases(_request: HttpRequest, _subject: Any) -> dict[str, Any]:
    """Every basis with the confidence that follows from it and with what it leaves open."""
    return {
        "bases": [
            ExplainedBasis(
                label=str(basis.label),
                confidence=Confidence.CONFIRMED if basis in CONFIRMING_BASES else Confidence.SUSPECTED,
                limit=str(LIMITS[basis]),
            )
            for basis in Basis
        ]
    }


SURE = Panel("sure", _("How sure we are"), "supplychain/help/sure.html", explained_bases)
