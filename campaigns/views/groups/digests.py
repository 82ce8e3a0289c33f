"""Mails about a group: asking for them, and stopping them by the link in the mail."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from campaigns.enums.groups import DigestFrequency
from campaigns.forms.groups import DigestForm
from campaigns.models import DigestSubscription
from campaigns.queries.groups import standing_of
from campaigns.services.groups.digests import stop, subscribe, subscription_of
from campaigns.views.groups.finding import group_of


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def digest(request: HttpRequest, public_id: str) -> HttpResponse:
    group = group_of(request, public_id)
    if not standing_of(request.user, group).reads_threads:
        raise PermissionDenied
    known = DigestSubscription.objects.filter(user=request.user.pk, group=group).first()
    form = DigestForm(request.POST or None, initial={"frequency": known.frequency if known else DigestFrequency.NONE})
    if request.method == "POST" and form.is_valid():
        frequency = DigestFrequency(form.cleaned_data["frequency"])
        subscribe(user=request.user, group=group, frequency=frequency, now=timezone.now())  # type: ignore[arg-type]
        messages.success(request, _("Your choice of mails is kept."))
        return HttpResponseRedirect(group.get_absolute_url())
    return render(request, "campaigns/groups/form.html", {"form": form, "group": group, "title": _("Mails")})


# Mail programs post here by themselves (RFC 8058); the signed token is what allows it.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_digest(request: HttpRequest, token: str) -> HttpResponse:
    """Opening the link asks; only sending the form stops, for programs open links too."""
    subscription = subscription_of(token)
    if subscription is None:
        raise Http404
    if request.method == "POST":
        stop(subscription)
    return render(
        request,
        "campaigns/groups/digest_stop.html",
        {"subscription": subscription, "is_done": request.method == "POST"},
    )
