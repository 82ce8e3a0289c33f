"""Sources that a report rests on, as far as its reader may see them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from core.models import Source
from core.reports.document import Citation

if TYPE_CHECKING:
    from core.reports.report import Viewer


def cited(keys: Iterable[int | None], user: "Viewer") -> list[Citation]:
    """Each source once, by title. One query; a source that is not public is cited to those alone who may read it."""
    found = Source.objects.visible_to(user).filter(pk__in={key for key in keys if key}).order_by("title", "pk")
    return [
        Citation(source.title, source.publisher_name, source.published_on or source.retrieved_on, source.url)
        for source in found
    ]
