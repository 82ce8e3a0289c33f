"""Drafts of activities: what a person has begun to log, kept as typed and for them alone."""

import datetime
import json
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from campaigns.models import Activity, ActivityDraft
from core.models import User

MOST_CHARACTERS = 64_000
MOST_DRAFTS = 50

Fields = dict[str, list[str]]


def keep_draft(*, owner: User, client_id: UUID, fields: Any, now: datetime.datetime) -> ActivityDraft | None:
    """Keeps `fields` (name -> values as typed). None where the entry has been recorded already: a late autosave.

    Raises `ValidationError` for what is no form's content, is too large or comes after too many others.
    """
    data = checked_fields(fields)
    if Activity.objects.filter(client_id=client_id).exists():
        return None
    others = ActivityDraft.objects.filter(owner=owner).exclude(client_id=client_id)
    if others.count() >= MOST_DRAFTS:
        raise ValidationError(_("You have %(most)d drafts. Finish or discard some of them.") % {"most": MOST_DRAFTS})
    draft, _is_new = ActivityDraft.objects.update_or_create(
        owner=owner, client_id=client_id, defaults={"data": data, "updated_at": now}
    )
    return draft


def discard_draft(*, owner: User, client_id: UUID | None) -> bool:
    """Whether there was one."""
    if client_id is None:
        return False
    deleted, _by_model = ActivityDraft.objects.filter(owner=owner, client_id=client_id).delete()
    return bool(deleted)


def checked_fields(fields: Any) -> Fields:
    """`fields` as a form sends them; raises `ValidationError` for anything else."""
    if not isinstance(fields, dict) or not all(map(_are_texts, fields.values())):
        raise ValidationError(_("This is not what a form holds."))
    if len(json.dumps(fields, ensure_ascii=False)) > MOST_CHARACTERS:
        raise ValidationError(_("This is too long to be kept."))
    # PostgreSQL keeps no zero character in JSON.
    return {name: [value.replace("\0", "") for value in values] for name, values in fields.items()}


def _are_texts(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)
