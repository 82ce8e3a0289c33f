"""Every component in every state, to look at and to test."""

import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core.enums import SourceKind
from core.models import Source

DAY = datetime.date(2025, 3, 9)


class GalleryForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Name"), help_text=_("As it stands on the document."))
    country = forms.ChoiceField(label=_("Country"), choices=[("NL", _("Netherlands")), ("DE", _("Germany"))])
    note = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    public = forms.BooleanField(label=_("Anyone can read the document"), required=False)
    answer = forms.ChoiceField(
        label=_("Answer"), widget=forms.RadioSelect, choices=[("full", _("Full")), ("none", _("None"))]
    )


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """The components with sample content."""
    wrong = GalleryForm({"country": "XX"}, auto_id="wrong_%s")
    return render(request, "components/gallery.html", {"form": wrong, "plain": GalleryForm(), **samples()})


def samples() -> dict[str, Any]:
    source = Source(public_id="E-SAMPLE", title="Supplier list 2024", publisher_name="Sample brand", is_public=True)
    public = {"source": source, "locator": "page 12", "seen_on": DAY}
    private = {"kind": SourceKind.MONITORING.label, "seen_on": DAY}
    return {
        "public": public,
        "private": private,
        "source": source,
        "facts": [
            {"label": _("Operator"), "value": "Sample Precision Ltd", "url": "#facts", "sources": [public, private]},
            {"label": _("Workers"), "value": "1,200 - 1,500", "date": DAY, "note": _("As the site states itself.")},
            {"label": _("Status"), "value": None},
        ],
        "confidences": [
            ("confirmed", _("Disclosed by the brand for the model")),
            ("suspected", _("Supplier list published by the brand")),
            ("unanswered", _("Asked on 9 March 2025")),
            ("gap", _("No site for final assembly")),
        ],
        "levels": ["info", "success", "warning", "error"],
        "amount": 1250000,
        "day": DAY,
    }
