"""Write one report into a file."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from core.models import User
from core.reports.making import Values, asked_of
from core.reports.registry import reports
from core.reports.report import Format, Report
from core.reports.writing import write
from core.services.jobs import Refused


class Command(BaseCommand):
    help = "Write one report into a file. It holds what everyone may see, or what --user may see."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("kind", help=", ".join(reports()))
        parser.add_argument("--format", required=True, help=", ".join(each.value for each in Format))
        parser.add_argument("--out", required=True, metavar="FILE")
        parser.add_argument("--param", action="append", default=[], metavar="NAME=VALUE", help="may be given often")
        parser.add_argument("--language", default="en", help=", ".join(settings.REPORT_LANGUAGES))
        parser.add_argument("--user", default="", metavar="EMAIL")
        parser.add_argument("--json", action="store_true", help="print the summary as JSON on the last line")

    def handle(self, *args: Any, **options: Any) -> None:
        report, form = _known(options["kind"], options["format"])
        if options["language"] not in settings.REPORT_LANGUAGES:
            raise CommandError(f"{options['language']} is not among {', '.join(settings.REPORT_LANGUAGES)}.")
        user = _user(options["user"])
        try:
            with override(options["language"]):
                asked = asked_of(report, _values(options["param"], report), user, timezone.now(), options["language"])
                document = report.document(asked)
                out = Path(options["out"])
                with out.open("wb") as file:
                    write(document, form, file)
        except Refused as error:
            raise CommandError(str(error)) from error
        summary = {"report": report.kind, "rows": document.row_count, "bytes": out.stat().st_size, "file": str(out)}
        text = f"Wrote {summary['file']}: {summary['rows']} rows, {summary['bytes']} bytes."
        self.stdout.write(json.dumps(summary) if options["json"] else text)


def _known(kind: str, name: str) -> tuple[Report, Format]:
    report = reports().get(kind)
    if report is None:
        raise CommandError(f"There is no report {kind}. There are: {', '.join(reports())}.")
    if name not in report.formats:
        raise CommandError(f"{kind} is not made as {name}, but as: {', '.join(report.formats)}.")
    return report, Format(name)


def _user(email: str) -> User | AnonymousUser:
    if not email:
        return AnonymousUser()
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    if user is None:
        raise CommandError(f"Nobody signs in as {email}.")
    return user


def _values(given: list[str], report: Report) -> Values:
    """Parameters by name. Unknown ones are refused."""
    values: Values = {}
    known = report.form_class.base_fields
    for text in given:
        name, separator, value = text.partition("=")
        if not separator or name not in known:
            raise CommandError(f"{text}: give NAME=VALUE, with one of {', '.join(known)}.")
        values.setdefault(name, []).append(value)
    for name, field in known.items():
        if name not in values and field.initial not in (None, ""):
            values[name] = [str(field.initial)]
    return values
