"""A rectangle of the map as a form field."""

import math
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from core.filters.fields import refusal


class BoxField(forms.CharField):
    """`west,south,east,north` in degrees. West may lie beyond east: the box then spans the date line."""

    def clean(self, value: Any) -> tuple[float, float, float, float] | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            west, south, east, north = (float(part) for part in text.split(","))
        except ValueError as error:
            raise self.refused(text) from error
        on_earth = all(map(math.isfinite, (west, south, east, north))) and max(abs(west), abs(east)) <= 180
        if not on_earth or not -90 <= south <= north <= 90:
            raise self.refused(text)
        return west, south, east, north

    @staticmethod
    def refused(text: str) -> forms.ValidationError:
        return forms.ValidationError(refusal(text, _("west,south,east,north in degrees, for example 100,0,125,45")))
