"""Evidence files: taken by what they hold, kept under a name nobody can guess, published only with consent."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Sum
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from campaigns.models import Activity, EvidenceFile
from campaigns.services.outreach.file_types import ENDINGS, type_of
from campaigns.services.outreach.metadata import BrokenPicture, without_metadata
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

FOLDER = "evidence"


@dataclass(frozen=True)
class Upload:
    """A file as it arrived; `data` is None where it was too large to be read."""

    name: str
    data: bytes | None


@dataclass(frozen=True)
class Refused:
    name: str
    reason: str


@dataclass(frozen=True)
class Taken:
    kept: list[EvidenceFile]
    refused: list[Refused]


def add_evidence(
    *, actor: "User", reason: str, activity: Activity, uploads: Iterable[Upload], title: str = "", people: str
) -> Taken:
    """Keeps each file that can be kept; of the others says why not. One bad file does not stop the rest."""
    if not actor.has_perm("campaigns.add_evidence", activity):
        raise PermissionDenied
    taken = Taken([], [])
    for upload in uploads:
        try:
            taken.kept.append(_keep(actor, reason, activity, upload, title, people))
        except ValidationError as error:
            taken.refused.append(Refused(upload.name, " ".join(error.messages)))
    return taken


@transaction.atomic
def _keep(actor: "User", reason: str, activity: Activity, upload: Upload, title: str, people: str) -> EvidenceFile:
    # One upload at a time, or two at once would pass the limit together.
    Activity.objects.select_for_update(of=("self",)).get(pk=activity.pk)
    data, content_type = _accepted(upload)
    _check_room(activity, len(data))
    name = f"{PurePath(upload.name).stem[:150] or FOLDER}.{ENDINGS[content_type]}"
    file = EvidenceFile(
        activity=activity,
        title=title.strip()[:200] or PurePath(upload.name).stem[:200] or FOLDER,
        name=name,
        path=f"{FOLDER}/{secrets.token_hex(20)}.{ENDINGS[content_type]}",
        content_type=content_type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        people=people,
        added_by=actor,
        is_demo=activity.is_demo,
    )
    with change(actor=actor, reason=reason):
        save_checked(file)
    default_storage.save(file.path, ContentFile(data))
    return file


def _accepted(upload: Upload) -> tuple[bytes, str]:
    """Content without metadata, and what it is."""
    largest = settings.EVIDENCE_LARGEST_FILE
    if upload.data is None or len(upload.data) > largest:
        raise ValidationError(_("larger than %(most)s") % {"most": filesizeformat(largest)})
    if not upload.data:
        raise ValidationError(_("empty"))
    content_type = type_of(upload.data)
    if not content_type:
        raise ValidationError(
            _("not a PDF, JPEG, PNG, WebP, DOCX, XLSX, ODT, ODS, CSV or plain text, whatever its name")
        )
    try:
        return without_metadata(content_type, upload.data), content_type
    except BrokenPicture as error:
        raise ValidationError(_("the picture is broken")) from error


def _check_room(activity: Activity, size: int) -> None:
    held = activity.evidence.aggregate(bytes=Sum("size"))["bytes"] or 0
    if held + size > settings.EVIDENCE_LARGEST_SUM:
        raise ValidationError(
            _("the files of an activity hold %(most)s at most")
            % {"most": filesizeformat(settings.EVIDENCE_LARGEST_SUM)}
        )


@transaction.atomic
def remove_evidence(*, actor: "User", reason: str, file: EvidenceFile) -> None:
    """Removes the file for good; the history keeps that it was there."""
    if not actor.has_perm("campaigns.change_activity", file.activity):
        raise PermissionDenied
    with change(actor=actor, reason=reason):
        file.delete()
    forget_files([file.path])


@transaction.atomic
def publish_evidence(
    *, actor: "User", reason: str, file: EvidenceFile, people: str, is_published: bool
) -> EvidenceFile:
    """Shows the file to everyone with its approved activity, or no longer. People in it must have agreed."""
    if not actor.has_perm("campaigns.publish_evidence", file.activity):
        raise PermissionDenied
    file.people, file.is_published = people, is_published
    with change(actor=actor, reason=reason):
        return save_checked(file)


def forget_files(paths: Iterable[str]) -> None:
    """Deletes what lies under `paths` once the transaction holds."""
    for path in list(paths):
        transaction.on_commit(lambda path=path: default_storage.delete(path))  # type: ignore[misc]
