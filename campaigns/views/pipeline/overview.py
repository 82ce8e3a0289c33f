"""Board and funnel of the affiliation pipeline, and the events behind each figure."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from campaigns.forms.pipeline import ScopeForm
from campaigns.queries.pipeline import (
    Funnel,
    Reached,
    Scope,
    board,
    encouraged_count,
    encouraged_steps,
    first_steps_to,
    funnel,
    open_steps_of,
    shown_steps,
)
from campaigns.querysets.pipeline import knows_pipeline
from core.charts.chart import Bar
from core.charts.funnel import FunnelChart
from core.templatetags.records import day
from procurement.enums import PUBLIC_STAGES, AffiliationStage
from procurement.stages import PATH

PER_PAGE = 50


def _asked(request: HttpRequest) -> tuple[ScopeForm, Scope]:
    form = ScopeForm(request.GET, user=request.user, today=timezone.localdate())
    return form, form.scope()


def _query(scope: Scope, **more: str) -> str:
    """The scope as an address has it."""
    named = {
        "as_at": scope.day.isoformat(),
        "body": scope.body.public_id if scope.body else "",
        "partner": scope.partner.public_id if scope.partner else "",
        "country": scope.country.pk if scope.country else "",
        **more,
    }
    return urlencode({name: value for name, value in named.items() if value})


def _list_address(scope: Scope, stage: str) -> str:
    """The list of affiliations that stand at `stage` on the day."""
    query = _query(scope, as_at="", as_of=scope.day.isoformat(), stage=stage)
    return f"{reverse('procurement:affiliation-list')}?{query}"


@require_safe
def board_page(request: HttpRequest) -> HttpResponse:
    """Who stands where: a column a stage, each with the first of them and a way to all.

    One stage comes open, for a phone; the page's script opens the others where there is room.
    """
    form, scope = _asked(request)
    knows = knows_pipeline(request.user)
    shown = [column for column in board(scope, request.user) if knows or column.stage in PUBLIC_STAGES]
    first = next((column for column in shown if column.count), None)
    columns = [
        {"column": column, "address": _list_address(scope, column.stage), "is_open": column is first}
        for column in shown
    ]
    context = {
        "form": form,
        "scope": scope,
        "columns": columns,
        "knows": knows,
        "query": _query(scope),
        "may_move": request.user.has_perm("campaigns.add_pipelinemove"),
        "today": timezone.localdate(),
    }
    return render(request, "campaigns/pipeline/board.html", context)


@require_safe
def funnel_page(request: HttpRequest) -> HttpResponse:
    """How many came how far; each figure opens to what is behind it."""
    form, scope = _asked(request)
    knows = knows_pipeline(request.user)
    counted = funnel(scope, request.user)
    context = {
        "form": form,
        "scope": scope,
        "knows": knows,
        "query": _query(scope),
        "way": _rows(counted.way, scope, knows=knows),
        "beside": _rows(counted.beside, scope, knows=knows),
        "chart": _chart(counted, scope) if knows else None,
        "encouraged": encouraged_count(scope, request.user) if knows else None,
    }
    return render(request, "campaigns/pipeline/funnel.html", context)


def _rows(counted: Sequence[Reached], scope: Scope, *, knows: bool) -> list[dict[str, Any]]:
    """Figures with the ways to what is behind them; those of early stages for who knows the pipeline."""
    return [
        {"row": row, "events": _events_address(scope, row.stage), "standing": _list_address(scope, row.stage)}
        for row in counted
        if knows or row.stage in PUBLIC_STAGES
    ]


def _events_address(scope: Scope, stage: str) -> str:
    return f"{reverse('campaigns:pipeline-reached', args=[stage])}?{_query(scope)}"


def _chart(counted: Funnel, scope: Scope) -> FunnelChart:
    first, last = counted.way[0], counted.way[-1]
    return FunnelChart(
        name="pipeline-funnel",
        title=_("How many institutions came how far, as at %(day)s") % {"day": day(scope.day)},
        description=_("Of %(all)s on record, %(affiliated)s were affiliated at least once. The table has the figures.")
        % {"all": first.reached, "affiliated": last.reached},
        rows=[Bar(str(row.stage.label), row.reached) for row in counted.way],
    )


@require_safe
def reached(request: HttpRequest, stage: str) -> HttpResponse:
    """The events behind a figure of the funnel."""
    if stage not in PATH:
        raise Http404(_("There is no such stage."))
    if stage not in PUBLIC_STAGES and not knows_pipeline(request.user):
        raise PermissionDenied
    _form, scope = _asked(request)
    title = _("Came to “%(stage)s” or further") % {"stage": AffiliationStage(stage).label}
    return _events(request, scope, title, first_steps_to(stage, scope, request.user), is_encouraged=False)


@require_safe
def encouraged(request: HttpRequest) -> HttpResponse:
    """The events behind the number of institutions encouraged."""
    if not knows_pipeline(request.user):
        raise PermissionDenied
    _form, scope = _asked(request)
    title = _("Institutions encouraged to affiliate")
    return _events(request, scope, title, encouraged_steps(scope, request.user), is_encouraged=True)


def _events(request: HttpRequest, scope: Scope, title: str, events: Any, *, is_encouraged: bool) -> HttpResponse:
    # Keys first: joining what a row shows to all of them would be read for one page.
    page = Paginator(events.values_list("pk", flat=True), PER_PAGE).get_page(request.GET.get("page"))
    rows = shown_steps(list(page.object_list))
    next_steps = open_steps_of([row.affiliation for row in rows], request.user)
    context = {
        "title": title,
        "scope": scope,
        "page": page,
        "events": [(row, next_steps.get(row.affiliation_id)) for row in rows],
        "query": _query(scope),
        "is_encouraged": is_encouraged,
        "knows": knows_pipeline(request.user),
    }
    return render(request, "campaigns/pipeline/events.html", context)
