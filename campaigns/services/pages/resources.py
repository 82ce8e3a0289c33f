"""Posters, films and lessons of a campaign: addresses, or files kept below MEDIA_ROOT."""

import secrets
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import FileSystemStorage
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.models import Campaign, CampaignResource
from campaigns.services.working import check_may
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

LARGEST = 20 * 1024 * 1024
# What a file is, is read from its first bytes, never from its name.
BEGINNINGS = {
    b"%PDF-": ("application/pdf", "pdf"),
    b"\x89PNG\r\n\x1a\n": ("image/png", "png"),
    b"\xff\xd8\xff": ("image/jpeg", "jpg"),
}


def kept_files() -> FileSystemStorage:
    return FileSystemStorage(location=settings.MEDIA_ROOT)


@transaction.atomic
def add_resource(
    *,
    actor: "User | None",
    reason: str,
    campaign: Campaign,
    title: str,
    language: str = "",
    url: str = "",
    file: Any = None,
) -> CampaignResource:
    """An address or a file for everyone to take along."""
    check_may(actor, "change", campaign)
    if bool(url) == bool(file):
        raise ValidationError({"url": _("Give an address or a file, one of them.")})
    resource = CampaignResource(campaign=campaign, title=title, language=language, url=url, is_demo=campaign.is_demo)
    with change(actor=actor, reason=reason):
        if file:
            _keep(resource, file)
        return save_checked(resource)


@transaction.atomic
def remove_resource(*, actor: "User | None", reason: str, resource: CampaignResource) -> None:
    """Takes it off the page; a kept file goes with it."""
    check_may(actor, "change", resource.campaign)
    path = resource.path
    with change(actor=actor, reason=reason):
        resource.delete()
    if path:
        transaction.on_commit(lambda: kept_files().delete(path))


def _keep(resource: CampaignResource, file: Any) -> None:
    if file.size > LARGEST:
        raise ValidationError({"file": _("The file is larger than 20 megabytes.")})
    beginning = file.read(16)
    file.seek(0)
    kind = next((kind for start, kind in BEGINNINGS.items() if beginning.startswith(start)), None)
    if kind is None:
        raise ValidationError({"file": _("Give a PDF, a PNG or a JPEG file.")})
    content_type, ending = kind
    name = f"campaigns/{resource.campaign.public_id}/{secrets.token_hex(16)}.{ending}"
    resource.path = kept_files().save(name, file)
    resource.content_type, resource.size, resource.file_name = content_type, file.size, str(file.name)[-200:]
