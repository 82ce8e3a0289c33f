"""Every error of the API has one shape: `{"detail": "…", "fields": {"name": ["…"]}}`."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from rest_framework.views import exception_handler as plain_handler


class UnknownParameters(ValidationError):
    """400 that names each parameter of the address that could not be followed."""

    def __init__(self, problems: dict[str, list[str]]) -> None:
        super().__init__(problems)


def exception_handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's answer, brought into shape; None leaves an unforeseen error to Django."""
    response = plain_handler(error, context)
    if response is None:
        return None
    response.data = shape(error, response.data)
    return response


def shape(error: Exception, data: Any) -> dict[str, Any]:
    if not isinstance(error, ValidationError):
        return {"detail": str(data.get("detail", error)), "fields": {}}
    fields = dict(data) if isinstance(data, dict) else {"non_field_errors": list(data)}
    general = fields.pop("non_field_errors", None)
    detail = str(general[0]) if general else _("Some values cannot be accepted.")
    return {"detail": detail, "fields": {name: _flat(texts) for name, texts in fields.items()}}


def _flat(texts: Any) -> list[str]:
    return [str(text) for text in texts] if isinstance(texts, list) else [str(texts)]
