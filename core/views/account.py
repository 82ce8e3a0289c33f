"""One's own account: name, language, and the way to everything about signing in."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, translate_url
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.forms.account import AccountForm
from core.models import User
from core.services.accounts import update_account


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """The signed-in person's account."""
    user = cast(User, request.user)
    form = AccountForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        update_account(user=user, **form.cleaned_data)
        language = form.cleaned_data["language"]
        with override(language):
            messages.success(request, _("Your account has been changed."))
        return HttpResponseRedirect(translate_url(reverse("core:account"), language))
    memberships = user.memberships.filter(is_active=True).select_related("organisation")
    context = {"form": form, "memberships": memberships.order_by("organisation__sort_key", "role")}
    return render(request, "core/account.html", context)
