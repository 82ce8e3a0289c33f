"""A buyer changes who may see what it buys."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.lookup import Merged, find
from procurement.forms import BuyerVisibilityForm
from procurement.models import Procurer
from procurement.services.visibility import change_buyer_visibility, may_change_visibility


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def buyer_visibility(request: HttpRequest, public_id: str) -> HttpResponse:
    """For members of the buyer, and administrators."""
    try:
        procurer = find(Procurer.objects.visible_to(request.user).select_related("organisation"), public_id)
    except Merged as merged:
        return HttpResponseRedirect(merged.survivor.get_absolute_url())
    if not may_change_visibility(request.user, procurer):
        raise PermissionDenied
    form = BuyerVisibilityForm(request.POST or None, initial={"buyer_visibility": procurer.buyer_visibility})
    if request.method == "POST" and form.is_valid():
        change_buyer_visibility(
            actor=request.user,  # type: ignore[arg-type]
            reason=form.cleaned_data["reason"],
            procurer=procurer,
            visibility=form.cleaned_data["buyer_visibility"],
        )
        messages.success(request, _("Your choice holds from now on."))
        return HttpResponseRedirect(procurer.get_absolute_url())
    return render(request, "procurement/procurer_visibility.html", {"form": form, "procurer": procurer})
