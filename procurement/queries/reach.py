"""Which production links stand behind which contract lines: the one rule of "behind what we buy".

By model: the link names the line's model, or was disclosed for the line. By brand: it names only the line's
brand, or the line names no model and the link one of its kind. A link that ended before the line's period
began stands behind nothing. See docs/methods/leverage.md.
"""

import datetime
from typing import TYPE_CHECKING, Any

from django.db.models import DateField, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import GreaterThanOrEqual

from procurement.models import ContractLine, DisclosedLink
from supplychain.models import ProductionLink

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

FIRST_DAY = Value(datetime.date.min, output_field=DateField())
LAST_DAY = Value(datetime.date.max, output_field=DateField())
LINE_BEGINS = ("period_from", "contract__starts_on", "contract__signed_on")
LINK_ENDS = ("valid_to", "last_seen")


def standing_links(user: "User | AnonymousUser") -> QuerySet[ProductionLink]:
    """Links that may stand behind a line, as far as `user` may see them."""
    links: QuerySet[ProductionLink] = ProductionLink.objects.visible_to(user).standing()
    return links


def lines_by_model(links: QuerySet[ProductionLink], lines: QuerySet[ContractLine]) -> QuerySet[ContractLine]:
    """Those of `lines` whose model one of `links` makes, or for which one was disclosed."""
    makes_model = links.filter(_not_over_before_line(), product_model=OuterRef("product_model"))
    return lines.filter(Exists(makes_model) | Exists(_disclosed(links)))


def lines_by_brand(links: QuerySet[ProductionLink], lines: QuerySet[ContractLine]) -> QuerySet[ContractLine]:
    """Those of `lines` whose brand one of `links` names without the line's model."""
    of_brand = links.filter(_not_over_before_line(), brand=OuterRef("brand"))
    same_kind = of_brand.filter(product_model__category=OuterRef("category"))
    return lines.filter(
        Exists(of_brand.filter(product_model__isnull=True)) | Q(Exists(same_kind), product_model__isnull=True)
    )


def links_by_model(lines: QuerySet[ContractLine], links: QuerySet[ProductionLink]) -> QuerySet[ProductionLink]:
    """Those of `links` that make the model of one of `lines`, or were disclosed for it."""
    ends = Coalesce(*map(OuterRef, LINK_ENDS), LAST_DAY)
    buys_model = lines.filter(
        GreaterThanOrEqual(ends, Coalesce(*LINE_BEGINS, FIRST_DAY)), product_model=OuterRef("product_model")
    )
    disclosed = DisclosedLink.objects.filter(
        link=OuterRef("pk"), request__line__in=lines, request__merged_into__isnull=True
    )
    return links.filter(Exists(buys_model) | Exists(disclosed))


def ends_before_line(ends: datetime.date | None, line: ContractLine) -> bool:
    """The same rule on rows that are already read."""
    begins = line.period_from or line.contract.starts_on or line.contract.signed_on
    return bool(ends and begins and ends < begins)


def _not_over_before_line() -> Any:
    begins = Coalesce(*map(OuterRef, LINE_BEGINS), FIRST_DAY)
    return GreaterThanOrEqual(Coalesce(*LINK_ENDS, LAST_DAY), begins)


def _disclosed(links: QuerySet[ProductionLink]) -> QuerySet[DisclosedLink]:
    return DisclosedLink.objects.filter(request__line=OuterRef("pk"), request__merged_into__isnull=True, link__in=links)
