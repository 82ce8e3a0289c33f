"""Asking who makes what was bought, and recording what came back."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from core.history import change
from core.models import Organisation
from procurement.enums import DisclosureAnswer
from procurement.models import ContractLine, DisclosedLink, DisclosureRequest
from procurement.services.saving import save_checked
from supplychain.models import ProductionLink

if TYPE_CHECKING:
    from core.models import User


@transaction.atomic
def ask_for_disclosure(
    *,
    actor: "User | None",
    reason: str,
    line: ContractLine,
    asked_of: Organisation,
    asked_on: datetime.date,
    due_on: datetime.date,
) -> DisclosureRequest:
    """A request to `asked_of` for the factories behind `line`."""
    with change(actor=actor, reason=reason):
        return save_checked(DisclosureRequest(line=line, asked_of=asked_of, asked_on=asked_on, due_on=due_on))


@transaction.atomic
def record_answer(
    *,
    actor: "User | None",
    reason: str,
    request: DisclosureRequest,
    answer: DisclosureAnswer,
    answered_on: datetime.date | None = None,
    non_disclosure_reason: str = "",
    links: Iterable[ProductionLink] = (),
) -> DisclosureRequest:
    """What came back. `links` are what a full or partial answer disclosed; a refusal keeps its reason."""
    disclosed = list(links)
    if disclosed and answer not in (DisclosureAnswer.FULL, DisclosureAnswer.PARTIAL):
        raise ValidationError(_("Factories belong to a full or partial answer."))
    _check_goods(request.line, disclosed)
    with change(actor=actor, reason=reason):
        request.answer, request.answered_on, request.reason = answer, answered_on, non_disclosure_reason
        save_checked(request)
        for link in disclosed:
            DisclosedLink.objects.get_or_create(request=request, link=link)
    return request


def _check_goods(line: ContractLine, links: list[ProductionLink]) -> None:
    """A disclosed link makes the line's model, or says nothing of the model."""
    for link in links:
        other_model = link.product_model_id and line.product_model_id and link.product_model_id != line.product_model_id
        if link.brand_id != line.brand_id or other_model:
            raise ValidationError(
                _("%(link)s is not about what this line buys (%(line)s).") % {"link": link, "line": line}
            )
