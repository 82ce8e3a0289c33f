"""Moving an institution along the pipeline, by a plain form."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from campaigns.forms.pipeline import MoveForm, add_refusal
from campaigns.queries.pipeline import bodies
from campaigns.services.pipeline import move_stage
from core.lookup import find
from core.models import User
from procurement.enums import AffiliationStage
from procurement.models import AffiliationEvent, Procurer
from procurement.services.steps import latest_step
from procurement.stages import moves_from


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, public_id: str) -> HttpResponse:
    """The next step of one institution; `?body=` says towards whom, and leaves only stages that may follow."""
    user = cast(User, request.user)
    if not user.has_perm("campaigns.add_pipelinemove"):
        raise PermissionDenied
    procurer = find(Procurer.objects.visible_to(user).select_related("organisation"), public_id)
    body = bodies().filter(public_id=request.GET.get("body", "")[:16]).first()
    last = latest_step(procurer.affiliations.current().filter(body=body).first()) if body else None
    stages = _stages_after(last) if body else tuple(AffiliationStage)
    initial = {"happened_on": timezone.localdate(), "body": body}
    form = MoveForm(request.POST or None, user=user, procurer=procurer, stages=stages, initial=initial)
    if request.method == "POST" and form.is_valid() and _moved(form, user, procurer):
        messages.success(request, _("The step has been recorded."))
        return redirect(procurer.get_absolute_url() + "#contacts")
    context = {"form": form, "procurer": procurer, "body": body, "last": last}
    return render(request, "campaigns/pipeline/move_form.html", context)


def _stages_after(last: AffiliationEvent | None) -> tuple[AffiliationStage, ...]:
    return moves_from(last.stage if last else None)


def _moved(form: MoveForm, user: User, procurer: Procurer) -> bool:
    values: dict[str, Any] = dict(form.cleaned_data)
    participation = values.pop("participation")
    try:
        move_stage(
            actor=user,
            procurer=procurer,
            partner=participation.partner,
            project=participation.project,
            today=timezone.localdate(),
            **values,
        )
    except ValidationError as error:
        add_refusal(form, error)
        return False
    return True
