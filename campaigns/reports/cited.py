"""Sources that a report rests on, as far as its reader may see them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from core.models import Source
from core.reports.document import Citation

if TYPE_CHECKING:
    from core.reports.report import Viewer


def cited(keys: Iterable[int | None], user: "Viewer") -> list[Citation]:
    """Each source once, by title. One query; a source that is not public is cited to those alone who may read it."""
    found = Source.objects.visible_to(user).filter(pk__in={key for key in keys if key}).order_by("title", "pk")
    return [_citation(source) for source in found]


def _citation(source: Source) -> Citation:
    """With the day of publication, else with that on which the page was read, which is then said."""
    publisher = source.publisher_name
    if source.published_on is None and source.retrieved_on is not None:
        publisher = _("%(publisher)s (as read on the day)") % {"publisher": publisher}
    return Citation(source.title, publisher, source.published_on or source.retrieved_on, source.url)
