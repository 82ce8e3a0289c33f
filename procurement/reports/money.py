"""Amounts as reports write them."""

from collections.abc import Iterable

from django.utils.formats import number_format

from procurement.queries.leverage import Money


def in_money(amounts: Iterable[Money]) -> str:
    """Each currency apart: "EUR 530,506; SEK 1,200". Cents are left to the spreadsheet."""
    return "; ".join(
        f"{money.currency}\u00a0{number_format(round(money.amount), use_l10n=True, force_grouping=True)}"
        for money in amounts
    )
