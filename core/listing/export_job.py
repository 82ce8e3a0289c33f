"""The job that writes a long list as XLSX."""

import hashlib
import tempfile
from collections.abc import Callable

from django.contrib.auth.models import AnonymousUser
from django.core.files import File
from django.core.files.storage import default_storage
from django.http import QueryDict
from django.utils.translation import override

from core.listing.registry import listings
from core.listing.selection import Selection
from core.listing.writing import file_name, write_xlsx
from core.models import Job
from core.services.jobs import Result

KIND = "export"


def run(job: Job, progress: Callable[..., None]) -> Result:
    """Writes the list of `job.parameters` (listing, query, language) as its owner sees it now."""
    listing = listings()[job.parameters["listing"]]
    selection = Selection(listing, QueryDict(job.parameters["query"]), job.requested_by or AnonymousUser())
    progress(0, selection.filterset.qs.count())
    with override(job.parameters.get("language")), tempfile.TemporaryFile() as file:
        write_xlsx(selection, file, progress)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        name = file_name(selection, "xlsx", job.data_as_of.date())
        path = default_storage.save(f"jobs/{job.public_id}/{name}", File(file))
    return Result(path, name, digest)
