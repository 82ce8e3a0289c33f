"""Writing the logframe: results, indicators with their baseline, and periods with their targets."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campaigns.models import Indicator, IndicatorPeriod, Result
from campaigns.services.working import check_may
from core.history import change
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User

Row = TypeVar("Row", Result, Indicator, IndicatorPeriod)
RESULT_FIELDS = ("code", "title", "type", "parent", "description", "assumptions", "position")
INDICATOR_FIELDS = (
    "code", "name", "definition", "kind", "unit", "is_ascending", "counts", "partner", "parent", "baseline_value",
    "baseline_on", "baseline_comment", "means_of_verification", "collection", "frequency", "export_to_iati", "position",
)  # fmt: skip
PERIOD_FIELDS = ("starts_on", "ends_on", "target", "target_comment", "actual_comment")
# At which field a rule over several of them is told.
FIELDS = {
    "campaigns_result_once": "code",
    "campaigns_indicator_unit_of_figures": "unit",
    "campaigns_indicator_counts_numbers": "counts",
    "campaigns_indicator_baseline_fits": "baseline_value",
    "campaigns_indicatorperiod_apart": "starts_on",
    "campaigns_indicatorperiod_days_in_order": "ends_on",
    "campaigns_indicatorperiod_target_plausible": "target",
}


def write_result(*, actor: "User | None", reason: str, result: Result, values: Mapping[str, Any]) -> Result:
    """States a result, new or on record; `values` are of `RESULT_FIELDS`."""
    return _write(actor, reason, result, {name: values[name] for name in RESULT_FIELDS})


def write_indicator(*, actor: "User | None", reason: str, indicator: Indicator, values: Mapping[str, Any]) -> Indicator:
    """States an indicator, new or on record; `values` are of `INDICATOR_FIELDS`."""
    return _write(actor, reason, indicator, {name: values[name] for name in INDICATOR_FIELDS})


def write_period(
    *, actor: "User | None", reason: str, period: IndicatorPeriod, values: Mapping[str, Any]
) -> IndicatorPeriod:
    """States a period while it is open; `values` are of `PERIOD_FIELDS`."""
    if not period.is_open:
        raise ValidationError(_("This period is closed. Open it again before you change it."))
    return _write(actor, reason, period, {name: values[name] for name in PERIOD_FIELDS})


@transaction.atomic
def _write(actor: "User | None", reason: str, row: Row, values: Mapping[str, Any]) -> Row:
    """Raises `PermissionDenied` for others than the coordinator of the project and administrators."""
    check_may(actor, "change", row)
    row.is_demo = row.is_demo if row.pk else row.project.is_demo
    for name, value in values.items():
        setattr(row, name, value)
    try:
        with change(actor=actor, reason=reason):
            return save_checked(row)
    except ValidationError as error:
        raise ValidationError(_at_fields(error, row)) from error


def _at_fields(error: ValidationError, row: Row) -> dict[str, list[str]]:
    """What was refused by field, also where the rule is one over several."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    fields = dict(_fields_of_rules(row))
    told: dict[str, list[str]] = {}
    for name, texts in by_field.items():
        for text in texts:
            told.setdefault(fields.get(text, name) if name == NON_FIELD_ERRORS else name, []).append(text)
    return told


def _fields_of_rules(row: Row) -> Iterator[tuple[str, str]]:
    for rule in row._meta.constraints:
        if rule.name in FIELDS:
            yield str(rule.get_violation_error_message()), FIELDS[rule.name]
