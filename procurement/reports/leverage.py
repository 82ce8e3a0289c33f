"""Leverage at factories: who depends on each of them, and how much money speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django import forms
from django.db.models import Count, QuerySet
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.charts.maps import MapChart, Place
from core.charts.stacked import StackedBar, StackedBarChart
from core.models import Country
from core.reports.choices import RecordChoice
from core.reports.document import ChartBlock, Column, Document, Figure, Figures, Kind, Section, Table
from core.reports.report import Asked, Format, Report, ReportForm
from procurement.queries.leverages import FactoryLeverage, currencies_seen, last_disclosures, leverages
from procurement.queries.own import own_factory_ids
from procurement.queries.reach import standing_links
from procurement.reports.citations import citations_of_links
from procurement.reports.money import in_money
from supplychain.enums import Confidence
from supplychain.models import Brand, Factory, ProductCategory, Stage
from supplychain.queries.moments import NOW

PIECE = 2_000
DRAWN, PRINTED = 10, 100


class LeverageForm(ReportForm):
    country = RecordChoice(Country.objects.order_by("name"), _("Country"), key="code")
    brand = RecordChoice(Brand.objects.current().for_listing().by_name(), _("Brand"))
    category = RecordChoice(ProductCategory.objects.all(), _("Product category"), key="code")
    stage = RecordChoice(Stage.objects.all(), _("Stage"), key="code")
    own = forms.BooleanField(label=_("Only factories behind our own contracts"), required=False)


@dataclass
class Row:
    """A factory with all that the report says of it. Columns name what they show: one line more is one column more."""

    factory: Any
    leverage: FactoryLeverage
    disclosed_on: Any

    def names(self, objects: Sequence[dict[str, str]], translated: bool = False) -> str:
        return ", ".join(sorted(__(each["name"]) if translated else each["name"] for each in objects))

    @property
    def confidence(self) -> str | None:
        """How sure the way to the contracts is that the reader may see; None where there are none."""
        if not self.leverage.shares:
            return None
        return str((Confidence.CONFIRMED if self.leverage.is_confirmed else Confidence.SUSPECTED).label)

    def others(self) -> int:
        return len(self.leverage.shares) - self.leverage.own_count


def columns_of(currencies: Sequence[str]) -> list[tuple[Column, Any]]:
    """Each column with what it shows of a row."""
    spend = [
        (
            Column(f"spend_{code.lower()}", __("Spend, %(currency)s") % {"currency": code}, Kind.NUMBER, printed=False),
            lambda row, code=code: row.leverage.amount(code),
        )
        for code in currencies
    ]
    return [
        (Column("factory", __("Factory"), width=2.6), lambda row: row.factory.name),
        (Column("factory_id", __("Identifier"), printed=False), lambda row: row.factory.public_id),
        (Column("country", __("Country"), width=1.2), lambda row: str(row.factory.country)),
        (Column("stages", __("Stages"), width=2.2), lambda row: row.names(row.factory.linked_stages, translated=True)),
        (Column("brands", __("Brands"), width=2.6), lambda row: row.names(row.factory.linked_brands)),
        (Column("own", __("Your buyers"), Kind.NUMBER), lambda row: row.leverage.own_count),
        (Column("others", __("Other buyers"), Kind.NUMBER), lambda row: row.others()),
        (Column("hidden", __("Hidden buyers"), Kind.NUMBER), lambda row: row.leverage.hidden_count),
        (Column("contracts", __("Contracts"), Kind.NUMBER), lambda row: row.leverage.contracts_count),
        (Column("spend", __("Spend"), width=1.7), lambda row: in_money(row.leverage.spend)),
        *spend,
        (
            Column("lines_without_value", __("Lines without value"), Kind.NUMBER),
            lambda row: row.leverage.lines_without_value,
        ),
        (Column("confidence", __("Confidence"), width=1.3), lambda row: row.confidence),
        (Column("last_disclosure", __("Last disclosure"), Kind.DAY, width=1.4), lambda row: row.disclosed_on),
    ]


class FactoryLeverageReport(Report):
    kind = "factory-leverage"
    title = _("Leverage at factories")
    description = _("Which factories stand behind public contracts, how many buyers depend on each, and for how much.")
    method = (
        _("A buyer depends on a factory if a line of one of its contracts names a product model that the factory makes "
          "by a link that you may see, or if the factory was disclosed for the line. Links that name a brand alone are "
          "suspicions and count nothing here."),
        _("Hidden buyers are those whose buying you may not see. They are counted, and are in no other figure; "
          "contracts and spend are therefore lower bounds wherever there are hidden buyers."),
        _("Spend adds up the values of those lines, each line once. Currencies are never added to each other, and "
          "lines that state no value are counted apart."),
        _("What was chosen picks the factories. The figures of a factory are the same whatever is chosen."),
        _("The last disclosure is the latest answer to a request that named the factory, as far as you may see the "
          "request and what was bought."),
    )  # fmt: skip
    formats = (Format.HTML, Format.PDF, Format.XLSX, Format.CSV, Format.JSON)
    form_class = LeverageForm

    def preview(self, asked: Asked) -> list[Figure]:
        found = Found(asked)
        return [Figure(__("Factories"), len(found.read)), found.hidden_figure()]

    def document(self, asked: Asked) -> Document:
        found = Found(asked)
        return self.base(
            asked,
            sections=[found.summary(), *found.drawn(), found.by_factory(), found.by_buyer()],
            sources=citations_of_links(found.links(), asked.user),
            warnings=found.warnings(),
            main="factories",
        )


@dataclass
class Found:
    """The factories that were asked for and that somebody depends on."""

    asked: Asked
    rows: list[Row] = field(init=False)

    @cached_property
    def read(self) -> list[FactoryLeverage]:
        """Those of the reader's own buyers first, and most buyers first."""
        found = list(leverages(factories_asked(self.asked), self.asked.user))
        return sorted(found, key=lambda each: (-each.own_count, -each.procurers_count, each.factory_id))

    @cached_property
    def disclosed(self) -> dict[int, Any]:
        return last_disclosures(factories_asked(self.asked), self.asked.user)

    def __iter__(self) -> Iterator[Row]:
        for start in range(0, len(self.read), PIECE):
            yield from self.rows_of(self.read[start : start + PIECE])

    def rows_of(self, piece: Sequence[FactoryLeverage]) -> Iterator[Row]:
        """With what the factories are called, what is made there and for whom."""
        factories = Factory.objects.visible_to(self.asked.user).annotate(**NOW.names_behind(self.asked.user))
        by_id = factories.select_related("country").in_bulk([each.factory_id for each in piece])
        for each in piece:
            yield Row(by_id[each.factory_id], each, self.disclosed.get(each.factory_id))

    def countries(self) -> list[tuple[Country, int]]:
        """With how many factories each, most first."""
        factories = Factory.objects.filter(pk__in=[each.factory_id for each in self.read]).order_by()
        numbers = dict(factories.values_list("country").annotate(Count("pk")))
        countries = Country.objects.in_bulk(list(numbers)).values()
        return sorted(((each, numbers[each.pk]) for each in countries), key=lambda each: (-each[1], str(each[0])))

    def links(self) -> QuerySet[Any]:
        """Links that say what is made in these factories."""
        factories = [each.factory_id for each in self.read]
        return standing_links(self.asked.user).filter(factory__in=factories, product_model__isnull=False)

    # -- What is said ----------------------------------------------------------------

    def hidden_figure(self) -> Figure:
        number = sum(bool(each.hidden_count) for each in self.read)
        return Figure(__("Factories with hidden buyers"), number, __("whose figures are lower bounds"))

    def warnings(self) -> list[str]:
        number = self.hidden_figure().value
        if not number:
            return []
        text = ngettext(
            "At %(number)s factory some buyers are hidden from you: its contracts and spend are lower bounds.",
            "At %(number)s factories some buyers are hidden from you: their contracts and spend are lower bounds.",
            number,
        )
        return [text % {"number": number}]

    def summary(self) -> Section:
        buyers = {share.procurer.pk for each in self.read for share in each.shares}
        items = [
            Figure(__("Factories"), len(self.read), __("behind public contracts")),
            Figure(__("Buyers shown"), len(buyers), __("whose buying you may see")),
            self.hidden_figure(),
        ]
        return Section("summary", __("Summary"), [Figures(items)])

    def drawn(self) -> list[Section]:
        """The factories with most buyers, and where all of them are; each beside its table."""
        if not self.read:
            return []
        bars, countries = _bars(list(self.rows_of(self.read[:DRAWN]))), self.countries()
        return [
            Section("most", __("Where most buyers meet"), [ChartBlock(bars)]),
            Section("countries", __("By country"), [ChartBlock(_map(countries)), _country_table(countries)]),
        ]

    def by_factory(self) -> Section:
        shown = columns_of(currencies_seen(self.asked.user))
        table = Table(
            name="factories",
            title=__("Who depends on each factory"),
            columns=[column for column, _value in shown],
            rows=Rows(self, [value for _column, value in shown]),
            printed=PRINTED,
            count=len(self.read),
            empty=__("No factory that was asked for stands behind a public contract, as far as you may see."),
        )
        return Section("factories", __("Factories"), [table])

    def by_buyer(self) -> Section:
        """Own rows and those of buyers who let the reader see what they buy."""
        table = Table(
            name="buyers",
            title=__("What each buyer spends there"),
            columns=[
                Column("factory", __("Factory"), width=2),
                Column("factory_id", __("Identifier"), printed=False),
                Column("buyer", __("Buyer"), width=2),
                Column("whose", __("Whose")),
                Column("contracts", __("Contracts"), Kind.NUMBER),
                Column("currency", __("Currency")),
                Column("spend", __("Spend"), Kind.NUMBER, width=1.3),
                Column("lines_without_value", __("Lines without value"), Kind.NUMBER),
            ],
            rows=BuyerRows(self),
            printed=PRINTED,
            note=__("A buyer that spends in several currencies has a row for each."),
            empty=__("You may see the buying of none of the buyers that depend on these factories."),
        )
        return Section("buyers", __("Buyers at these factories"), [table])


@dataclass
class Rows:
    """Rows of the table of factories; can be read again and again."""

    found: Found
    values: Sequence[Any]

    def __iter__(self) -> Iterator[list[Any]]:
        for row in self.found:
            yield [value(row) for value in self.values]


@dataclass
class BuyerRows:
    """A row for each factory, visible buyer and currency."""

    found: Found

    def __iter__(self) -> Iterator[list[Any]]:
        yours, others = __("yours"), __("another's")
        for row in self.found:
            for share in row.leverage.shares:
                head = [row.factory.name, row.factory.public_id, share.procurer.name, yours if share.is_own else others]
                numbers = [len(share.contracts)]
                for money in share.spend or (None,):
                    spent = [money.currency, money.amount] if money else [None, None]
                    yield [*head, *numbers, *spent, share.lines_without_value]


def factories_asked(asked: Asked) -> QuerySet[Factory]:
    """One link has to meet brand, category and stage together, as in the list of factories."""
    chosen = asked.values
    factories: QuerySet[Factory] = Factory.objects.visible_to(asked.user)
    if chosen["country"]:
        factories = factories.filter(country=chosen["country"])
    paths = {"brand": "brand", "category": "product_model__category", "stage": "stage"}
    if wanted := {path: chosen[name] for name, path in paths.items() if chosen[name]}:
        factories = factories.filter(pk__in=standing_links(asked.user).filter(**wanted).values("factory"))
    if chosen["own"]:
        # As numbers: within the questions that follow, the rule of own factories would be asked anew for each link.
        factories = factories.filter(pk__in=set(own_factory_ids(asked.user).values_list("factory", flat=True)))
    return factories


def _bars(rows: Sequence[Row]) -> StackedBarChart:
    return StackedBarChart(
        name="buyers-by-factory",
        title=__("Buyers at the factories where most of them meet"),
        description=__(
            "Your buyers, others whose buying you may see, and hidden ones; the table of factories has all."
        ),
        parts=[__("Your buyers"), __("Other buyers"), __("Hidden buyers")],
        rows=[
            StackedBar(row.factory.name, [row.leverage.own_count, row.others(), row.leverage.hidden_count])
            for row in rows
        ],
    )


def _map(countries: Sequence[tuple[Country, int]]) -> MapChart:
    return MapChart(
        name="factories-by-country",
        title=__("Factories on the map"),
        description=__("The number of factories stands in the middle of each country, not where they are."),
        rows=[Place(str(country), country.pk, count=number) for country, number in countries],
    )


def _country_table(countries: Sequence[tuple[Country, int]]) -> Table:
    return Table(
        name="countries",
        title=__("Factories by country"),
        columns=[
            Column("country", __("Country"), width=3),
            Column("country_code", __("Code")),
            Column("factories", __("Factories"), Kind.NUMBER),
        ],
        rows=[[str(country), country.pk, number] for country, number in countries],
    )


FACTORY_LEVERAGE = FactoryLeverageReport()
