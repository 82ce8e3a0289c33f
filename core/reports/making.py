"""Making a report: from what was asked to a kept file, in one go or joined from parts.

A job's parameters are texts: `report` (kind), `format`, `language`, `values` (the form as it was sent), and
`by_part`, which asks for the parts too.
"""

import datetime
import tempfile
import zipfile
from collections.abc import Callable
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import override

from core.access import access_of
from core.enums import JobState
from core.models import Job, User
from core.queries.data_version import data_version
from core.reports.registry import reports
from core.reports.report import Asked, Format, Report
from core.reports.writing import digest_of, kept
from core.services.jobs import PartsRequested, Refused, Result, fingerprint_of, request_once

KIND = "report"
Values = dict[str, list[str]]
Progress = Callable[..., None]


def values_of(data: QueryDict, report: Report) -> Values:
    """What a form sent, as far as the report asks for it."""
    return {name: data.getlist(name) for name in report.form_class.base_fields if any(data.getlist(name))}


def asked_of(report: Report, values: Values, user: Any, now: datetime.datetime, language: str) -> Asked:
    """What is asked for. Raises `Refused` with the fields that are wrong."""
    data = QueryDict(mutable=True)
    for name, texts in values.items():
        data.setlist(name, texts)
    form = report.form(data, user, now.date())
    if not form.is_valid():
        texts = [
            f"{form.fields[name].label if name in form.fields else ''}: {' '.join(map(str, errors))}".lstrip(": ")
            for name, errors in form.errors.items()
        ]
        raise Refused(" ".join(texts))
    return Asked(user, form, now, language)


def request_report(
    *, report: Report, form: Format, language: str, values: Values, user: User, now: datetime.datetime, **more: Any
) -> tuple[Job, bool]:
    """The job that makes it; whether it is new."""
    by_part = more.pop("by_part", False)
    parameters: dict[str, Any] = {"report": report.kind, "format": form.value, "language": language, "values": values}
    title = more.pop("title", "") or str(report.title)
    if by_part:
        parameters["by_part"] = True
    return request_once(kind=KIND, title=title, parameters=parameters, user=user, now=now, **more)


def run(job: Job, progress: Progress) -> Result:
    """What `core.tasks` calls. Raises `Refused`, and `PartsRequested` where parts have to be made first."""
    report = reports().get(job.parameters["report"])
    if report is None or job.requested_by is None:
        raise Refused(_("This kind of report is not made any more."))
    language = job.parameters["language"]
    with override(language):
        if not report.may_make(job.requested_by):
            raise Refused(_("You may not make this report any more."))
        asked = asked_of(report, job.parameters["values"], job.requested_by, job.data_as_of, language)
        if job.parameters.get("by_part"):
            return _joined(job, report, asked, progress)
        return _made(job, report, asked, progress)


def _made(job: Job, report: Report, asked: Asked, progress: Progress) -> Result:
    """A fresh file, or that of an equal wish over the same record."""
    content = fingerprint_of(
        job.parameters, data_version(), access_of(asked.user).cache_key, asked.today.isoformat(), asked.user.pk
    )
    Job.objects.filter(pk=job.pk).update(content=content)
    if same := _file_of(content):
        progress(same.row_count or 0)
        return _copied(job, same)
    document = report.document(asked)
    progress(0, document.row_count)
    return kept(document, Format(job.parameters["format"]), _folder(job), progress)


def _file_of(content: str) -> Job | None:
    found = Job.objects.filter(content=content, state=JobState.SUCCEEDED).exclude(result_file="").last()
    return found if found is not None and default_storage.exists(found.result_file) else None


def _copied(job: Job, same: Job) -> Result:
    with default_storage.open(same.result_file) as file:
        path = default_storage.save(f"{_folder(job)}/{same.result_name}", file)
    return Result(path, same.result_name, same.result_sha256, same.result_size, same.row_count)


def _folder(job: Job) -> str:
    return f"jobs/{job.public_id}"


# -- Parts -----------------------------------------------------------------------


def _joined(job: Job, report: Report, asked: Asked, progress: Progress) -> Result:
    """The whole and its parts in one archive, when all parts are there."""
    parts = list(job.parts.order_by("pk"))
    if not parts:
        _request_parts(job, report, asked)
        raise PartsRequested
    if broken := [part for part in parts if part.state != JobState.SUCCEEDED]:
        lines = "; ".join(f"{part.title}: {part.message or part.get_state_display()}" for part in broken)
        raise Refused(_("Not all parts could be made. %(parts)s") % {"parts": lines})
    whole = _made(job, report, asked, progress)
    return _archive(job, report, whole, parts)


def _request_parts(job: Job, report: Report, asked: Asked) -> None:
    """A job each. Parts that a former try finished are found again by their content."""
    for title, more in report.parts(asked):
        values = job.parameters["values"] | {name: [text] for name, text in more.items()}
        request_report(
            report=report,
            form=Format(job.parameters["format"]),
            language=asked.language,
            values=values,
            user=asked.user,  # type: ignore[arg-type]  # jobs are of people
            now=job.data_as_of,
            title=title,
            parent=job,
        )


def _archive(job: Job, report: Report, whole: Result, parts: list[Job]) -> Result:
    """ZIP with the whole first; the file of the whole alone goes."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, name in ((whole.path, whole.name), *((part.result_file, part.result_name) for part in parts)):
                with default_storage.open(path) as source, archive.open(name, "w") as target:
                    target.write(source.read())
        size, digest = file.tell(), digest_of(file)
        name = whole.name.rsplit(".", 1)[0] + ".zip"
        kept_at = default_storage.save(f"{_folder(job)}/{name}", File(file))
    default_storage.delete(whole.path)
    return Result(kept_at, name, digest, size, whole.rows)
