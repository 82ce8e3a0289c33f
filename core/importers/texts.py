"""What a coded problem means and what would be accepted. English here, translated where it is shown."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from core.importers.parse.problems import Problem

TEXTS: dict[str, str] = {
    # Files and mappings: nothing could be done.
    "file-empty": _("The file is empty. A table with a header and at least one row is needed."),
    "file-without-rows": _("The file has a header and no rows below it."),
    "file-broken": _("The file cannot be read to its end. CSV, XLSX or ODS, CSV also packed as .gz, is accepted."),
    "file-too-large": _("The file is larger than this number of bytes. Split it."),
    "file-too-long": _("The file has more rows than this. Split it."),
    "file-not-text": _("This is no text file. CSV in UTF-8, or a workbook named .xlsx or .ods, is accepted."),
    "file-not-utf8": _("The text is not UTF-8. In a spreadsheet choose “CSV UTF-8” when saving."),
    "header-doubled": _("Two columns have the same header. Every column needs its own."),
    "mapping-not-json": _("The mapping is no JSON object. See the documentation of imports for an example."),
    "mapping-key": _("The mapping has parts that are not known; known are columns, constants, values, only, source, "
                     "editions, kind and about."),
    "mapping-part": _("This part of the mapping must be an object, {…}."),
    "mapping-kind": _("The mapping is made for another kind of list."),
    "mapping-field": _("The mapping names a field that this kind of list does not have."),
    "mapping-source": _("The mapping describes the source by a word that is not known; known are title, kind, "
                        "publisher_name, document, url, published_on, retrieved_on, licence, is_public, granularity, "
                        "note and seen_on."),
    "mapping-editions": _("“editions” takes column (needed), code and each."),
    "mapping-date": _("Dates are written YYYY-MM-DD."),
    "column-missing": _("The mapping names a column that the file does not have."),
    "field-without-column": _("No column holds this field. Name it in a mapping, or rename the header."),
    "source-code-form": _("The code of a source has 1 to 80 small letters, digits, hyphens and underscores."),
    "source-unknown": _("No source has this code. Record the source first, or describe it in the mapping under "
                        "“source” with at least title, kind and publisher_name."),
    "source-values": _("The mapping describes the source in a way that cannot be recorded."),
    "countries-missing": _("The list of countries is empty. Load the reference data first."),
    "run-failed": _("The import stopped on an error of the program; nothing of it was saved."),
    "nothing-usable": _("Not one row could be used."),
    # Rows.
    "left-out": _("The mapping leaves this row out."),
    "edition-missing": _("The row does not say to which edition of the list it belongs."),
    "edition-unknown": _("No source can be made for this edition. Correct it, or describe it in the mapping."),
    "cells-surplus": _("The row has more cells than the header. A separator inside a value needs quotes around it."),
    "value-missing": _("This value is needed."),
    "text-too-long": _("The text is longer than the register has room for."),
    "line-break": _("The cell contains a line break; it was read as a space."),
    "tab": _("The cell contains a tab; it was read as a space."),
    "formula-error": _("A spreadsheet's formula failed here; the cell was read as blank."),
    "characters-garbled": _("Characters are garbled by a wrong encoding; the text was kept as it is."),
    "blank-word": _("The cell says that there is no value; it was read as blank."),
    "country-unknown": _("This is no country. An ISO 3166 code or a country's name is accepted."),
    "country-assumed": _("This is no ISO code or official name; it was read as the country that usage means by it."),
    "code-unknown": _("This code is not in the list of codes; the value was left out."),
    "address-form": _("This is no web address; https://… is accepted. The value was left out."),
    "address-completed": _("The beginning of the web address was missing; https:// was put before it."),
    "number-form": _("This is no number in the accepted range; the value was left out."),
    "row-doubled": _("An earlier row of the same list says the same."),
    "name-ambiguous": _("Several records have this name. Merge them, or tell them apart, then import again."),
    "identifier-elsewhere": _("The identifier belongs to a record of another name. Correct the identifier or the "
                              "record, then import again."),
    "identifier-form": _("A national number has at least four signs and a figure among them; it was left out."),
    "text-left-out": _("The text is longer than the register has room for; it was left out."),
    "name-similar": _("Another name in the list differs only by spaces; they were kept apart."),
    "continued": _("“(continued)” comes from a page break; it was left out of the name."),
}  # fmt: skip


def text_of(problem: Problem, texts: Mapping[str, str]) -> str:
    return texts.get(problem.code) or TEXTS[problem.code]


def as_message(problem: Problem, texts: Mapping[str, str]) -> dict[str, Any]:
    """`problem` as `core.ImportRow.messages` keeps it."""
    return {
        "field": problem.field,
        "value": problem.value,
        "code": problem.code,
        "text": text_of(problem, texts),
    }
