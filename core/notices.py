"""Telling people on whatever page they are that something they asked for is there.

The session holds what somebody waits for; only then a page asks the database.
"""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _

from core.enums import JobState
from core.models import Job
from core.models.jobs import ENDED

AWAITED = "awaited_jobs"
MOST = 20


def remember(request: HttpRequest, job: Job) -> None:
    """From now on the person waits for the end of `job`."""
    waiting = request.session.get(AWAITED, [])
    request.session[AWAITED] = [*waiting, job.pk][-MOST:]


def tell(request: HttpRequest) -> None:
    """Adds a message for every awaited job that has ended, once."""
    waiting = request.session.get(AWAITED)
    if not waiting:
        return
    own = Job.objects.filter(pk__in=waiting, requested_by=request.user.pk)
    for job in (ended := list(own.filter(state__in=ENDED))):
        _say(request, job)
    if ended:
        over = [job.pk for job in ended]
        request.session[AWAITED] = [pk for pk in waiting if pk not in over]


def _say(request: HttpRequest, job: Job) -> None:
    link = format_html('<a href="{}">{}</a>', job.get_absolute_url(), job.title)
    if job.state == JobState.SUCCEEDED:
        messages.success(request, format_html(_("{} is ready."), link))
    elif job.state == JobState.FAILED:
        messages.error(request, format_html(_("{} could not be made."), link))
