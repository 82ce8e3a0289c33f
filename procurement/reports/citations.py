"""Sources as reports cite them."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from django.db.models import QuerySet

from core.models import Source
from core.reports.document import Citation
from procurement.queries.evidence import FactoryAtStage

# So many are printed; the pages of the records have all.
MOST = 60


def cited(source: Source) -> Citation:
    """A source that the reader may see."""
    return Citation(source.title, source.publisher_name, source.published_on or source.retrieved_on, source.url)


def citations(sources: Iterable[Source]) -> list[Citation]:
    """Each once, in the order given."""
    return [cited(source) for source in {source.pk: source for source in sources}.values()]


def citations_of_links(links: QuerySet[Any], user: Any) -> list[Citation]:
    """What `links`, which `user` may see, rest on, as far as the sources are open to `user`; one query."""
    sources = Source.objects.visible_to(user).filter(pk__in=links.values("citations__source"))
    return citations(sources.order_by("publisher_name", "-published_on", "title", "pk")[:MOST])


def keys_cited(places: Iterable[FactoryAtStage]) -> set[int]:
    """Keys of the sources that name these places, where the reader may read them."""
    statements = chain.from_iterable(place.statements for place in places)
    cited = chain.from_iterable(statement.latest_cited for statement in statements)
    return {one.source.pk for one in cited if one.source is not None}
