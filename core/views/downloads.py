"""Files of a list as responses: written while they are read; a long XLSX by a job."""

import tempfile
from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.listing.export_job import KIND
from core.listing.headings import FORMATS
from core.listing.selection import Selection
from core.listing.writing import file_name, pieces, write_xlsx
from core.models import User
from core.services.jobs import request_job
from core.tasks import enqueue


def download(request: HttpRequest, selection: Selection) -> HttpResponseBase:
    """The file in the format that the address asks for."""
    wanted = selection.address.format
    name = file_name(selection, wanted, timezone.now().date())
    if wanted != "xlsx":
        _label, content_type = FORMATS[wanted]
        response = StreamingHttpResponse(
            pieces(selection, wanted, {"request": request}), content_type=f"{content_type}; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
    if not selection.total.is_exact:
        return render(request, "components/listing/large_file.html", {"selection": selection})
    file = tempfile.TemporaryFile()  # noqa: SIM115 (the response closes it)
    write_xlsx(selection, file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=FORMATS["xlsx"][1])


def start_export(request: HttpRequest, selection: Selection) -> HttpResponse:
    """A job for the signed-in reader, and the way to its page."""
    job = request_job(
        kind=KIND,
        title=_("%(list)s as Excel: %(rows)s") % {"list": selection.listing.title, "rows": selection.summary},
        parameters={
            "listing": selection.listing.name,
            "query": selection.address.kept_query(),
            "language": get_language(),
        },
        user=cast(User, request.user),
        now=timezone.now(),
    )
    enqueue(job)
    return redirect(job)
