"""The yearly return of a public buyer: what it bought, model by model, and which factories are known."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import F
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.access import access_of
from core.charts.stacked import StackedBar, StackedBarChart
from core.models import Source
from core.reports.choices import RecordChoice
from core.reports.document import ChartBlock, Column, Document, Figure, Figures, Kind, Section, Table
from core.reports.periods import PeriodName
from core.reports.report import Asked, Format, PeriodForm, Report
from procurement.models import ContractLine, Procurer
from procurement.queries.evidence import FactoryAtStage
from procurement.queries.returns import Bought, bought_in, by_model, spent, undated_count
from procurement.reports.citations import citations, keys_cited
from procurement.reports.money import in_money

if TYPE_CHECKING:
    from core.reports.report import Viewer

STATES = ("confirmed", "suspected", "unknown")


class ReturnForm(PeriodForm):
    procurer = RecordChoice(Procurer.objects.none(), _("Public buyer"))
    period = forms.ChoiceField(label=_("Period"), choices=PeriodName.choices, initial=PeriodName.TWELVE_MONTHS)

    field_order = ("procurer", "period", "since", "until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["procurer"]
        field.queryset = procurers_for(self.user)
        several = list(field.queryset[:2])
        # Who buys for one alone need not choose.
        self.only = several[0] if len(several) == 1 else None
        field.required = self.only is None
        field.empty_label = None if self.only else _("Choose a public buyer")
        if self.only is not None:
            self.initial["procurer"] = self.only.public_id

    def clean_procurer(self) -> Procurer:
        chosen: Any = self.cleaned_data["procurer"] or self.only
        return chosen


def procurers_for(user: "Viewer") -> Any:
    """Those that `user` buys for; for administrators all."""
    everyone = Procurer.objects.current() if access_of(user).is_admin else Procurer.objects.own_of(user)
    return everyone.for_listing().by_name()


class AffiliateReturn(Report):
    kind = "affiliate-return"
    title = _("Yearly return of a public buyer")
    description = _("What your organisation bought in twelve months, model by model, and which factories are known.")
    method = (
        _("Lines of contracts count that begin in the period: on the day from which the line buys, else on the "
          "contract's first day, else on the day of its signature. Lines without any day count in no period."),
        _("Units and spend are those of the lines, each line once. Currencies are never added to each other; lines "
          "that state no units or no value are counted apart."),
        _("Factories are those that make the model by a link that you may see, or that were disclosed for a line. "
          "Factories that a list names for the brand, without saying what they make, are left out."),
        _("Which contracts have labour clauses is not on record yet, and is therefore not said."),
    )  # fmt: skip
    formats = (Format.XLSX, Format.CSV, Format.HTML, Format.PDF, Format.JSON)
    form_class = ReturnForm

    def may_make(self, user: "Viewer") -> bool:
        access = access_of(user)
        return access.is_admin or access.is_procurer

    def preview(self, asked: Asked) -> list[Figure]:
        found = Found(asked)
        return [Figure(__("Models"), len(found.bought)), Figure(__("Contract lines"), len(found.lines))]

    def document(self, asked: Asked) -> Document:
        found = Found(asked)
        blocks = [found.summary(), found.models(), *found.known(), found.factories(), found.contract_lines()]
        return self.base(
            asked,
            subtitle=found.procurer.name,
            sections=blocks,
            sources=citations(found.sources()),
            warnings=found.warnings(),
            main="models",
        )


@dataclass
class Found:
    """What was bought in the period."""

    asked: Asked

    @property
    def procurer(self) -> Procurer:
        return self.asked.values["procurer"]

    @cached_property
    def bought(self) -> list[Bought]:
        period = self.asked.period
        lines = bought_in(self.procurer, self.asked.user, period.first, period.last)
        return by_model(lines.select_related("contract__supplier__organisation"), self.asked.user, self.asked.today)

    @cached_property
    def lines(self) -> list[ContractLine]:
        return [line for each in self.bought for line in each.lines]

    @cached_property
    def currencies(self) -> list[str]:
        return [money.currency for money in spent(self.lines)]

    def places(self) -> Iterable[tuple[Bought, FactoryAtStage, bool]]:
        """What is bought, where it is made, whether that is confirmed."""
        for each in self.bought:
            yield from ((each, row, True) for row in each.confirmed)
            yield from ((each, row, False) for row in each.suspected)

    def sources(self) -> list[Source]:
        """What the factories rest on, and the notices of the contracts, as far as they are open."""
        keys = keys_cited(row for _bought, row, _is_confirmed in self.places())
        for line in self.lines:
            keys.update(filter(None, (line.contract.notice_id, line.contract.source_id)))
        found = Source.objects.visible_to(self.asked.user).filter(pk__in=keys)
        return list(found.order_by("publisher_name", F("published_on").desc(nulls_last=True), "title", "pk"))

    def warnings(self) -> list[str]:
        number = undated_count(self.procurer, self.asked.user)
        if not number:
            return []
        text = ngettext(
            "%(number)s contract line states no day and is therefore in no period.",
            "%(number)s contract lines state no day and are therefore in no period.",
            number,
        )
        return [text % {"number": number}]

    # -- Sections --------------------------------------------------------------------

    def summary(self) -> Section:
        models = [each for each in self.bought if each.model]
        known = sum(each.state == "confirmed" for each in models)
        items = [
            Figure(__("Models"), len(models), __("%(number)s with a confirmed factory") % {"number": known}),
            Figure(__("Units"), sum(line.quantity or 0 for line in self.lines), self._missing("quantity")),
            Figure(__("Contracts"), len({line.contract_id for line in self.lines}), ""),
        ]
        spend = [
            Figure(__("Spend, %(currency)s") % {"currency": each.currency}, each.amount, self._missing("value_amount"))
            for each in spent(self.lines)
        ]
        return Section("summary", __("Summary"), [Figures([*items, *spend])])

    def _missing(self, name: str) -> str:
        """How many lines do not state it."""
        number = sum(getattr(line, name) is None for line in self.lines)
        text = ngettext("%(number)s line does not say", "%(number)s lines do not say", number)
        return text % {"number": number} if number else ""

    def models(self) -> Section:
        spend = [
            Column(f"spend_{code.lower()}", __("Spend, %(currency)s") % {"currency": code}, Kind.NUMBER, printed=False)
            for code in self.currencies
        ]
        columns = [
            Column("product", __("Product"), width=2.2),
            Column("product_id", __("Identifier"), printed=False),
            Column("brand", __("Brand"), width=1.4),
            Column("category", __("Category"), width=1.6),
            Column("units", __("Units"), Kind.NUMBER),
            Column("contracts", __("Contracts"), Kind.NUMBER),
            Column("spend", __("Spend"), width=1.7),
            *spend,
            Column("lines_without_quantity", __("Lines without units"), Kind.NUMBER, printed=False),
            Column("lines_without_value", __("Lines without value"), Kind.NUMBER, printed=False),
            Column("confirmed", __("Confirmed factories"), Kind.NUMBER),
            Column("suspected", __("Suspected factories"), Kind.NUMBER),
        ]
        table = Table(
            name="models",
            title=__("What was bought"),
            columns=columns,
            rows=[self._model_row(each) for each in self.bought],
            empty=__("No contract line begins in this period. Choose a longer one, or record what was bought."),
        )
        return Section("models", __("Product models"), [table])

    def _model_row(self, bought: Bought) -> list[Any]:
        line = bought.lines[0]
        amounts = {money.currency: money.amount for money in bought.spend}
        return [
            _goods(line),
            bought.model.public_id if bought.model else None,
            line.brand.name,
            str(line.category),
            bought.units,
            bought.contracts,
            in_money(bought.spend),
            *(amounts.get(code) for code in self.currencies),
            bought.lines_without_quantity,
            bought.lines_without_value,
            len({row.factory.pk for row in bought.confirmed}),
            len({row.factory.pk for row in bought.suspected}),
        ]

    def known(self) -> list[Section]:
        """How much is known of the factories, by category: drawn, and as a table."""
        counts: dict[str, Counter[str]] = {}
        for each in self.bought:
            counts.setdefault(str(each.lines[0].category), Counter())[each.state] += 1
        if not counts:
            return []
        labels = [__("Confirmed"), __("Suspected"), __("No factory known")]
        bars = [StackedBar(category, [count[state] for state in STATES]) for category, count in sorted(counts.items())]
        chart = StackedBarChart(
            name="known",
            title=__("What is known of the factories"),
            description=__("Products by category: with a confirmed factory, with suspected ones alone, with none."),
            parts=labels,
            rows=bars,
        )
        columns = [Column("category", __("Category"), width=2)]
        columns += [Column(name, label, Kind.NUMBER) for name, label in zip(STATES, labels, strict=True)]
        table = Table("known", __("Products by what is known"), columns, [[bar.label, *bar.values] for bar in bars])
        return [Section("known", __("How much is known"), [ChartBlock(chart), table])]

    def factories(self) -> Section:
        table = Table(
            name="factories",
            title=__("Where it is made"),
            columns=[
                Column("product", __("Product"), width=2),
                Column("factory", __("Factory"), width=2),
                Column("factory_id", __("Identifier"), printed=False),
                Column("country", __("Country")),
                Column("stage", __("Stage"), width=1.5),
                Column("confidence", __("Confidence"), width=1.1),
                Column("basis", __("Basis"), width=2),
                Column("since", __("Since"), Kind.DAY, width=1.2),
            ],
            rows=[_place_row(each, row, confirmed) for each, row, confirmed in self.places()],
            empty=__("No factory is known that makes what was bought."),
        )
        return Section("factories", __("Factories"), [table])

    def contract_lines(self) -> Section:
        table = Table(
            name="lines",
            title=__("The contract lines behind it"),
            columns=[
                Column("begins", __("Begins"), Kind.DAY, width=1.2),
                Column("contract", __("Contract"), width=2.4),
                Column("contract_id", __("Identifier"), printed=False),
                Column("line", __("Line"), Kind.NUMBER, width=0.6),
                Column("supplier", __("Supplier"), width=1.6),
                Column("product", __("Product"), width=2),
                Column("units", __("Units"), Kind.NUMBER, width=0.9),
                Column("currency", __("Currency"), width=0.9),
                Column("value", __("Value"), Kind.NUMBER, width=1.3),
            ],
            rows=[_line_row(line) for line in sorted(self.lines, key=_day_of)],
            empty=__("No contract line begins in this period."),
        )
        return Section("lines", __("Contract lines"), [table])


def _goods(line: ContractLine) -> str:
    return str(line.product_model or line.description or __("no model named"))


def _place_row(bought: Bought, row: FactoryAtStage, is_confirmed: bool) -> list[Any]:
    strongest = row.statements[0]
    return [
        _goods(bought.lines[0]),
        row.factory.name,
        row.factory.public_id,
        str(row.factory.country),
        str(row.stage) if row.stage else None,
        __("Confirmed") if is_confirmed else __("Suspected"),
        strongest.link.get_basis_display(),
        strongest.since,
    ]


def _line_row(line: Any) -> Sequence[Any]:
    contract = line.contract
    return [
        line.begins,
        contract.title,
        contract.public_id,
        line.number,
        contract.supplier.name if contract.supplier else None,
        _goods(line),
        line.quantity,
        line.currency_id,
        line.value_amount,
    ]


def _day_of(line: Any) -> Any:
    return line.begins, line.contract_id, line.number


AFFILIATE_RETURN = AffiliateReturn()
