"""Evidence files: taking them, giving them out, publishing and removing them."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from campaigns.enums.outreach import PeopleShown
from campaigns.models import Activity, EvidenceFile
from campaigns.services.outreach.evidence import Upload, add_evidence, publish_evidence, remove_evidence
from campaigns.views.outreach.records import found_activity

MOST_AT_ONCE = 20


@require_POST
@login_required
def add_files(request: HttpRequest, public_id: str) -> HttpResponse:
    """Several files at once; each that is refused is named with the reason."""
    activity = found_activity(request, public_id)
    given = request.FILES.getlist("files")
    people = request.POST.get("people", "")
    taken = add_evidence(
        actor=request.user,  # type: ignore[arg-type]
        reason=_("Evidence added"),
        activity=activity,
        uploads=[_upload(file) for file in given[:MOST_AT_ONCE]],
        title=request.POST.get("title", ""),
        people=people if people in PeopleShown.values else PeopleShown.NOT_ASKED,
    )
    if taken.kept:
        number = len(taken.kept)
        messages.success(
            request, ngettext("%(number)d file kept.", "%(number)d files kept.", number) % {"number": number}
        )
    for refused in taken.refused:
        messages.error(
            request, _("%(name)s was not kept: %(reason)s.") % {"name": refused.name, "reason": refused.reason}
        )
    if len(given) > MOST_AT_ONCE:
        messages.error(request, _("At most %(most)d files at once; the others were not kept.") % {"most": MOST_AT_ONCE})
    if not given:
        messages.error(request, _("Choose at least one file."))
    return _back(activity)


def _upload(file: Any) -> Upload:
    too_large = file.size > settings.EVIDENCE_LARGEST_FILE
    return Upload(file.name, None if too_large else file.read())


@require_GET
def give_out(request: HttpRequest, public_id: str, pk: int) -> HttpResponseBase:
    """The file, to save and never to be shown as a page of this site."""
    file = _file(request, public_id, pk)
    if not default_storage.exists(file.path):
        raise Http404(_("This file is not kept any more."))
    response = FileResponse(
        default_storage.open(file.path), as_attachment=True, filename=file.name, content_type=file.content_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@login_required
def publish_file(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """Publishes the file or takes it back, with what is known of the people in it."""
    file = _file(request, public_id, pk)
    try:
        publish_evidence(
            actor=request.user,  # type: ignore[arg-type]
            reason=_("Publication of evidence"),
            file=file,
            people=request.POST.get("people", ""),
            is_published=request.POST.get("is_published") == "yes",
        )
    except ValidationError as error:
        for text in error.messages:
            messages.error(request, f"{file.name}: {text}")
    return _back(file.activity)


@require_POST
@login_required
def remove_file(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    file = _file(request, public_id, pk)
    remove_evidence(actor=request.user, reason=_("Evidence removed"), file=file)  # type: ignore[arg-type]
    messages.success(request, _("%(name)s was removed.") % {"name": file.name})
    return _back(file.activity)


def _file(request: HttpRequest, public_id: str, pk: int) -> EvidenceFile:
    """A file that the reader may see, of this activity."""
    activity = found_activity(request, public_id)
    rows = EvidenceFile.objects.visible_to(request.user).select_related("activity__lead")
    found: EvidenceFile | None = rows.filter(activity=activity.pk, pk=pk).first()
    if found is None:
        raise Http404(_("No record has this identifier."))
    return found


def _back(activity: Activity) -> HttpResponse:
    return HttpResponseRedirect(f"{activity.get_absolute_url()}#evidence")
