"""All kinds of reports, by kind."""

from functools import cache
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.module_loading import import_string

from core.reports.report import Report

if TYPE_CHECKING:
    from core.reports.report import Viewer


@cache
def reports() -> dict[str, Report]:
    """In the order of `settings.REPORTS`, where dotted paths name an instance each."""
    found = [import_string(path) for path in settings.REPORTS]
    return {report.kind: report for report in found}


def reports_for(user: "Viewer") -> list[Report]:
    return [report for report in reports().values() if report.may_make(user)]
