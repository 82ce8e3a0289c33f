"""The empty spreadsheet for activities: a sheet to fill, and one with the codes that are taken."""

import io
from collections.abc import Iterator

from xlsxwriter import Workbook

from campaigns.enums.outreach import ActivityType, AudienceGroup
from campaigns.importers.activity_columns import COLUMNS, example
from campaigns.models import Partner, Project, WorkPackage
from core.models import User


def write_template(user: User) -> bytes:
    """XLSX. The example row is there to be overwritten; codes are those that `user` may use."""
    file = io.BytesIO()
    book = Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False})
    bold = book.add_format({"bold": True})
    sheet, codes = book.add_worksheet("activities"), book.add_worksheet("codes")
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(COLUMNS), 18)
    codes.set_column(0, 2, 34)
    row = example() | _own_examples(user)
    for position, name in enumerate(COLUMNS):
        sheet.write_string(0, position, name, bold)
        sheet.write_string(1, position, row.get(name, ""))
    for position, heading in enumerate(("column", "code", "meaning")):
        codes.write_string(0, position, heading, bold)
    for number, cells in enumerate(_codes(user), start=1):
        for position, cell in enumerate(cells):
            codes.write_string(number, position, cell)
    book.close()
    return file.getvalue()


def _own_examples(user: User) -> dict[str, str]:
    project = Project.objects.joined_by(user).order_by("-starts_on").first()
    lead = Partner.objects.own_of(user).select_related("organisation").first()
    return {"project": project.code if project else "", "lead": str(lead) if lead else ""}


def _codes(user: User) -> Iterator[tuple[str, str, str]]:
    projects = list(Project.objects.joined_by(user))
    for project in projects:
        yield "project", project.code, project.name
    for package in WorkPackage.objects.filter(project__in=projects).select_related("project"):
        yield "work_package", package.code, f"{package.project}: {package.title}"
    for partner in Partner.objects.current().select_related("organisation").by_name():
        yield "lead, co_partners", partner.public_id, str(partner)
    for code, label in ActivityType.choices:
        yield "type", code, str(label)
    for code, label in AudienceGroup.choices:
        yield "audience_group", code, str(label)
    yield "is_done, is_online, …__is_estimate", "yes, no", ""
    yield "co_partners, procurers, contracts", "", "several: parted by ;"
    yield "stops", "", "2026-03-01; Vienna; AT; University | 2026-03-02; Graz"
