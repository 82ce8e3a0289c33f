"""The one door to a record by its public identifier."""

from typing import TypeVar

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from core.models import PublicRecord
from core.public_ids import InvalidPublicId, normalise_public_id

PublicRecordType = TypeVar("PublicRecordType", bound=PublicRecord)


class Merged(Exception):
    """The record was merged; `survivor` is the record to go to."""

    def __init__(self, survivor: PublicRecord) -> None:
        super().__init__(survivor.public_id)
        self.survivor = survivor


def find(visible: QuerySet[PublicRecordType], public_id: str) -> PublicRecordType:
    """The record of `visible` (already restricted by `visible_to`) with this identifier.

    The identifier may be written as a person would type it. Raises `Merged` for the identifier
    of a merged record whose survivor is in `visible`, else `Http404`: a record that the viewer
    may not see and one that does not exist look the same.
    """
    model = visible.model
    try:
        written = normalise_public_id(public_id, model.ID_KIND)
    except InvalidPublicId as error:
        raise Http404(_("No record has this identifier.")) from error
    found = visible.filter(public_id=written).first()
    if found is not None:
        return found
    survivor = visible.filter(pk=_survivor_id(model, written)).first()
    if survivor is None:
        raise Http404(_("No record has this identifier."))
    raise Merged(survivor)


def _survivor_id(model: type[PublicRecord], public_id: str) -> int | None:
    """Follows a chain of merges to its end; merging forbids circles."""
    row = model._default_manager.filter(public_id=public_id).values("merged_into").first()
    survivor = None
    while row and row["merged_into"]:
        survivor = row["merged_into"]
        row = model._default_manager.filter(pk=survivor).values("merged_into").first()
    return survivor
