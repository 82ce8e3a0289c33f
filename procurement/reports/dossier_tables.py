"""Tables that dossiers have in common: facts, links, contracts; and the sources that are named in them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from core.dates import in_words
from core.models import Organisation, Source
from core.reports.document import Citation, Column, Kind, Table
from procurement.models import Contract
from procurement.reports.citations import citations
from supplychain.queries.links import ShownLink

if TYPE_CHECKING:
    from django.db.models import QuerySet

LINKS = 500
PRINTED = LINKS
# A site that ten yearly lists name needs not ten lines.
NAMED_SOURCES = 2


class Named:
    """Remembers which sources a dossier names, so that it can list them at its end."""

    def __init__(self) -> None:
        self.sources: list[Source] = []

    def text(self, cited: Sequence[dict[str, Any]]) -> str:
        """The latest of the sources in words: title, or of one that is not public its kind, and its day."""
        for one in cited[:NAMED_SOURCES]:
            if one["source"] is not None:
                self.sources.append(one["source"])
        return "; ".join(self._one(one) for one in cited[:NAMED_SOURCES])

    def remember(self, *sources: Source | None) -> None:
        """Those that are public."""
        self.sources += [source for source in sources if source is not None and source.is_public]

    @staticmethod
    def _one(cited: dict[str, Any]) -> str:
        source = cited["source"]
        title = source.title if source else _("source not public: %(kind)s") % {"kind": cited["kind"]}
        return f"{title}, {in_words(cited['seen_on'])}" if cited["seen_on"] else title

    def citations(self) -> list[Citation]:
        return citations(self.sources)


def facts_table(name: str, title: str, facts: Iterable[tuple[str, Any, str]]) -> Table:
    """(label, value, what it rests on); facts without a value are left out."""
    columns = [
        Column("fact", _("What"), width=1.2),
        Column("value", _("On record"), width=2.4),
        Column("source", _("Rests on"), width=2.4),
    ]
    return Table(name, title, columns, [list(fact) for fact in facts if fact[1]])


def facts_of_organisation(organisation: Organisation, named: Named) -> list[tuple[str, Any, str]]:
    """Names, numbers and place of a brand or a public buyer."""
    source = organisation.source
    named.remember(source)
    rests_on = source.title if source is not None and source.is_public else ""
    facts = [
        (_("Name"), organisation.name, rests_on),
        (_("Local name"), organisation.name_local, rests_on),
        (_("Short name"), organisation.short_name, rests_on),
        (_("Country"), str(organisation.country or ""), rests_on),
        (_("City"), organisation.city, rests_on),
        (_("Part of"), str(organisation.parent or ""), ""),
        (_("Website"), organisation.website, ""),
    ]
    for identifier in organisation.identifiers.select_related("source").order_by("scheme", "value"):
        named.remember(identifier.source)
        rests_on = identifier.source.title if identifier.source.is_public else ""
        facts.append((identifier.scheme, identifier.value, rests_on))
    return facts


def links_table(links: Sequence[ShownLink], named: Named, *, of_brand: bool) -> Table:
    """Who makes what, how sure, since when, who says so: the factories of a brand, or the brands of a factory."""
    columns = [
        Column("factory" if of_brand else "brand", _("Factory") if of_brand else _("Brand"), width=2),
        Column("id", _("Identifier"), printed=False),
        Column("country", _("Country"), printed=of_brand),
        Column("product", _("Product"), width=1.6),
        Column("stage", _("Stage"), width=1.6),
        Column("confidence", _("Confidence"), width=1.1),
        Column("basis", _("Basis"), width=1.8),
        Column("since", _("Since"), Kind.DAY, width=1.2),
        Column("until", _("Until"), Kind.DAY, width=1.2),
        Column("sources", _("Sources"), width=2.6),
    ]
    rows = [_link_row(shown, named, of_brand) for shown in links[:LINKS]]
    note = _("The first %(number)s links; the list of links has all.") % {"number": LINKS}
    return Table(
        name="links",
        title=_("Production links, with what they rest on"),
        columns=columns,
        rows=rows,
        printed=PRINTED,
        note=note if len(links) > LINKS else "",
        empty=_("No production link is on record, as far as you may see."),
    )


def _link_row(shown: ShownLink, named: Named, of_brand: bool) -> list[Any]:
    link = shown.link
    subject = link.factory if of_brand else link.brand
    return [
        subject.name,
        subject.public_id,
        str(link.factory.country),
        link.product_model.name if link.product_model else None,
        str(link.stage) if link.stage else None,
        link.get_confidence_display(),
        link.get_basis_display(),
        link.valid_from or link.first_seen,
        link.valid_to or link.last_seen,
        named.text(shown.sources),
    ]


def contracts_table(contracts: "QuerySet[Contract]", named: Named) -> Table:
    """Contracts that the reader may see."""
    read = list(contracts[:LINKS])
    named.remember(*(contract.notice for contract in read))
    columns = [
        Column("contract", _("Contract"), width=2.4),
        Column("contract_id", _("Identifier"), printed=False),
        Column("buyer", _("Buyer"), width=1.8),
        Column("supplier", _("Supplier"), width=1.8),
        Column("starts_on", _("Starts"), Kind.DAY, width=1.2),
        Column("ends_on", _("Ends"), Kind.DAY, width=1.2),
        Column("notice", _("Public notice"), width=2),
    ]
    rows = [
        [
            contract.title,
            contract.public_id,
            contract.buyer.name,
            contract.supplier.name if contract.supplier else None,
            contract.starts_on,
            contract.ends_on,
            contract.notice.title if contract.notice and contract.notice.is_public else None,
        ]
        for contract in read
    ]
    empty = _("No contract is on record, as far as you may see.")
    return Table("contracts", _("Contracts"), columns, rows, printed=PRINTED, empty=empty)
