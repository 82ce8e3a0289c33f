"""Recording contracts and their lines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.history import change
from procurement.models import Contract, ContractLine, Procurer
from procurement.services.saving import save_checked

if TYPE_CHECKING:
    from core.models import User


@transaction.atomic
def record_contract(
    *,
    actor: "User | None",
    reason: str,
    buyer: Procurer,
    title: str,
    lines: Sequence[dict[str, Any]] = (),
    **fields: Any,
) -> Contract:
    """A contract of `buyer` with its lines; each line is the fields of a `ContractLine`, numbered in order.

    Nothing is kept where a line is refused; the error then names the line.
    """
    with change(actor=actor, reason=reason):
        contract = save_checked(Contract(buyer=buyer, title=title, **fields))
        for number, line in enumerate(lines, start=1):
            add_line(contract, {"number": number, **line})
    return contract


def add_line(contract: Contract, fields: dict[str, Any]) -> ContractLine:
    """A line of `contract`; brand and category follow the model where one is named."""
    line = ContractLine(contract=contract, **fields)
    try:
        _follow_model(line)
        return save_checked(line)
    except ValidationError as error:
        raise ValidationError(
            [_("Line %(number)s: %(problem)s") % {"number": line.number, "problem": text} for text in error.messages]
        ) from error


def _follow_model(line: ContractLine) -> None:
    model = line.product_model
    if model is None:
        return
    if not line.brand_id:
        line.brand = model.brand
    if not line.category_id:
        line.category = model.category
    if line.brand_id != model.brand_id:
        raise ValidationError(
            _("%(model)s is a model of %(brand)s, not of %(given)s.")
            % {"model": model, "brand": model.brand, "given": line.brand}
        )
