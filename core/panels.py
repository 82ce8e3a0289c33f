"""Panels: how a lower app's page shows an upper app's data without importing it.

`settings.PANELS` names, per page, dotted paths of `Panel` objects in the order of the page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Panel:
    """One section of a page. `context` gets (request, object) and returns None to leave the panel out.

    The context callable must read through `visible_to(request.user)` and issue a constant
    number of queries.
    """

    name: str
    title: Any
    template_name: str
    context: Callable[[HttpRequest, Any], dict[str, Any] | None]


@dataclass(frozen=True)
class ShownPanel:
    """A panel with the data to render it."""

    panel: Panel
    context: dict[str, Any]


def panels_for(page: str, request: HttpRequest, subject: Any = None) -> list[ShownPanel]:
    """The panels of `page` that have something to show for `subject`, in order."""
    declared = [import_string(path) for path in settings.PANELS.get(page, [])]
    contexts = ((panel, panel.context(request, subject)) for panel in declared)
    return [ShownPanel(panel, context) for panel, context in contexts if context is not None]
