"""The receipt of a search: what was asked, how many records answered, and a sum by which anybody can check them.

The sum is SHA-256 over the public identifiers of all rows in their order, each ended by a line feed. Who asks the same
of the same record, and may see the same of it, gets the same sum.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from core.listing.columns import Column as ListColumn
from core.listing.registry import listings
from core.listing.selection import Selection
from core.queries.data_version import data_version
from core.reports.document import Column, Document, Figure, Figures, Kind, Section, Table
from core.reports.report import Asked, Format, Report, ReportForm
from core.reports.words import in_words

CHUNK = 10_000
FIRST, COLUMNS = 20, 7
# What the address of a list says besides the question.
BESIDES = ("after", "size", "format")


class Sum:
    """The number of rows, and what their identifiers add up to."""

    def __init__(self) -> None:
        self.number = 0
        self._digest = hashlib.sha256()

    def add(self, identifier: str) -> None:
        self.number += 1
        self._digest.update(f"{identifier}\n".encode())

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


def sum_of(selection: Selection) -> Sum:
    """Reads the identifiers alone, without holding them."""
    found = Sum()
    for identifier in selection.queryset().values_list("public_id", flat=True).iterator(chunk_size=CHUNK):
        found.add(identifier)
    return found


def version_of_record() -> str:
    """Short name of the state of the record; another one after any change."""
    return hashlib.sha256(data_version().encode()).hexdigest()[:16]


def _lists() -> list[tuple[str, Any]]:
    return [(name, listing.title) for name, listing in listings().items()]


class ReceiptForm(ReportForm):
    """A list by its name and the query string of its address."""

    listing = forms.ChoiceField(label=_("List"), choices=_lists)
    query = forms.CharField(
        label=_("Question"),
        help_text=_("What stands behind the question mark in the list's address, for example country=CN&stage=FIN."),
        max_length=4_000,
        required=False,
    )

    def clean_query(self) -> QueryDict:
        query = QueryDict(self.cleaned_data["query"].strip().removeprefix("?"), mutable=True)
        for name in BESIDES:
            query.pop(name, None)
        return query

    def clean(self) -> dict[str, Any]:
        """What a list cannot follow is refused: a receipt must not say something else than was asked."""
        cleaned = super().clean() or self.cleaned_data
        if "listing" in cleaned and "query" in cleaned:
            cleaned["selection"] = Selection(listings()[cleaned["listing"]], cleaned["query"], self.user)
            for name, texts in cleaned["selection"].problems.items():
                self.add_error("query", f"{name}: {' '.join(map(str, texts))}")
        return cleaned

    def text_of(self, name: str) -> str:
        return self.cleaned_data["query"].urlencode(safe=",") if name == "query" else super().text_of(name)


class SearchReceipt(Report):
    kind = "search-receipt"
    title = _("Receipt of a search")
    description = _("What was searched for on which day, how many records were found, and a sum to check them by.")
    method = (
        _("Counted are the records of the list that meet the question and that the reader may see. Another reader can "
          "see more, or fewer."),
        _("The sum is SHA-256 over the identifiers of all records found, in the order of the list, one a line, each "
          "line ended by a line feed, in UTF-8. The same question to the same record gives the same sum."),
        _("The version of the record changes with every change of any record: two receipts with equal versions were "
          "made from the same record."),
    )  # fmt: skip
    formats = (Format.HTML, Format.PDF, Format.JSON)
    form_class = ReceiptForm

    def preview(self, asked: Asked) -> list[Figure]:
        selection = asked.values["selection"]
        return [Figure(selection.listing.plural.capitalize(), selection.total.number, _most(selection))]

    def document(self, asked: Asked) -> Document:
        found = Receipt(asked)
        return self.base(
            asked,
            subtitle=str(found.selection.listing.title),
            sections=[found.result(), found.question(), found.rows()],
            main="rows",
        )


@dataclass
class Receipt:
    """One search, and what answered it."""

    asked: Asked

    @property
    def selection(self) -> Selection:
        return self.asked.values["selection"]

    @cached_property
    def sum(self) -> Sum:
        return sum_of(self.selection)

    def result(self) -> Section:
        number = self.sum.number
        note = ngettext("record that the reader may see", "records that the reader may see", number)
        return Section("result", __("What was found"), [Figures([Figure(__("Records found"), number, note)])])

    def question(self) -> Section:
        facts = [
            (__("In words"), self.selection.summary),
            (__("List"), str(self.selection.listing.title)),
            (__("Question"), self.asked.form.text_of("query")),
            (__("Order"), next(option.label for option in self.selection.sort_options() if option.chosen)),
            (__("Asked by"), str(self.asked.user) if self.asked.user.is_authenticated else __("everyone")),
            (__("Made at"), in_words(self.asked.now)),
            (__("Version of the record"), version_of_record()),
            (__("Number of records"), in_words(self.sum.number, Kind.NUMBER)),
            (__("Sum of the identifiers (SHA-256)"), self.sum.sha256),
        ]
        columns = [Column("fact", __("What"), width=1), Column("value", __("Receipt"), width=2.4)]
        table = Table("receipt", __("What was asked, and the sum"), columns, [list(fact) for fact in facts])
        return Section("receipt", __("Receipt"), [table])

    def rows(self) -> Section:
        """The first rows, so that a reader sees what kind of records these are."""
        shown = self.selection.address.columns[:COLUMNS]
        columns = [Column("public_id", __("Identifier"), width=1.2), *(_column(each) for each in shown)]
        table = Table(
            name="rows",
            title=__("First records"),
            columns=columns,
            rows=list(self._rows(shown)),
            count=self.sum.number,
            note=self._left_out(),
            empty=__("No record was found."),
        )
        return Section("rows", __("Records"), [table])

    def _rows(self, shown: list[ListColumn]) -> Iterator[list[Any]]:
        for row in self.selection.queryset()[:FIRST]:
            yield [row.public_id, *(_plain((column.short or column.value)(row)) for column in shown)]

    def _left_out(self) -> str:
        left = self.sum.number - FIRST
        if left <= 0:
            return ""
        text = ngettext("%(number)s more record is in the list.", "%(number)s more records are in the list.", left)
        return text % {"number": in_words(left, Kind.NUMBER)}


def _column(column: ListColumn) -> Column:
    return Column(column.name, str(column.label), Kind.NUMBER if column.numeric else Kind.TEXT)


def _plain(value: Any) -> Any:
    return __("Yes") if value is True else __("No") if value is False else value


def _most(selection: Selection) -> str:
    return "" if selection.total.is_exact else __("or more")


SEARCH_RECEIPT = SearchReceipt()
