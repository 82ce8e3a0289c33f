"""A document in words, for everything that people read: page, PDF and text file show the same letters."""

from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.charts.chart import WIDTH, Drawing
from core.reports.document import Block, ChartBlock, Document, Figures, Paragraph, Section, Table
from core.reports.words import in_words


def printed(document: Document) -> dict[str, Any]:
    """Plain texts, lists and dictionaries, in the language at work."""
    return {
        "title": document.title,
        "subtitle": document.subtitle,
        "language": document.language,
        "made_at": in_words(document.made_at),
        "chosen": [{"label": label, "text": text} for label, text in document.chosen],
        "warnings": list(document.warnings),
        "method": list(document.method),
        "sections": [_section(section) for section in document.sections],
        "sources": [
            {
                "title": each.title,
                "publisher": each.publisher,
                "day": in_words(each.day) if each.day else "",
                "url": each.url,
            }
            for each in document.sources
        ],
        "words": {
            "contents": _("Contents"),
            "made_at": _("Made at"),
            "method": _("What is counted and how"),
            "sources": _("Sources"),
            "warnings": _("Please note"),
            "page": _("Page"),
            "of": _("of"),
            "product": _("Fair ICT Tracker"),
        },
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "name": section.name,
        "title": section.title,
        "level": section.level,
        "blocks": [_block(block) for block in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"type": "text", "text": block.text}
        case Figures():
            items = [
                {"label": item.label, "value": in_words(item.value, item.kind), "note": item.note}
                for item in block.items
            ]
            return {"type": "figures", "items": items}
        case ChartBlock():
            return _chart(block.chart)
        case Table():
            return _table(block)


def _chart(chart: Drawing) -> dict[str, Any]:
    return {
        "type": "chart",
        "name": chart.name,
        "title": chart.title,
        "description": chart.description,
        "is_wide": chart.width > WIDTH,
        "chart": chart,
    }


def _table(table: Table) -> dict[str, Any]:
    columns = [(place, column) for place, column in enumerate(table.columns) if column.printed]
    rows = [[in_words(row[place], column.kind) for place, column in columns] for row in table.head()]
    return {
        "type": "table",
        "name": table.name,
        "title": table.title,
        "note": table.note,
        "empty": table.empty or _("There is nothing to list."),
        "columns": [
            {"label": column.label, "is_figure": column.is_figure, "width": column.width} for _place, column in columns
        ],
        "rows": rows,
        "more": _more(table) if len(rows) == table.printed else "",
    }


def _more(table: Table) -> str:
    """What is said below a table that goes on elsewhere."""
    left = table.number - table.printed
    if left <= 0:
        return ""
    text = ngettext("%(number)s more row is in the spreadsheet.", "%(number)s more rows are in the spreadsheet.", left)
    return text % {"number": number_format(left, use_l10n=True, force_grouping=True)}
