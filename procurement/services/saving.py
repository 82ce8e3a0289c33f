"""Saving what a person stated: what the database would refuse is said in their words."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

ModelType = TypeVar("ModelType", bound=models.Model)


def save_checked(record: ModelType) -> ModelType:
    """Saves `record`; raises `ValidationError` for what its fields or the database's constraints refuse."""
    record.full_clean()
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError as error:
        raise ValidationError(_words_of(error, type(record))) from error
    return record


def _words_of(error: IntegrityError, model: type[models.Model]) -> str:
    """The constraint's own message: another writer was quicker than the check."""
    broken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
    for constraint in model._meta.constraints:
        if constraint.name == broken:
            return str(constraint.get_violation_error_message())
    return _("This contradicts what is on record. Load the page again and compare.")
