"""Sections of the dashboard. Each asks a constant number of questions; one that has nothing to say is left out."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import ActivityState
from campaigns.panels import addresses
from campaigns.queries import desk as queries
from campaigns.queries import pipeline
from campaigns.queries.desk import Desk
from campaigns.queries.outreach import totals_by_measure
from core.charts.maps import Place, map_of
from core.panels import Panel, ShownPanel

NAMELESS = _("Draft without a title")


def waiting(request: HttpRequest, desk: Desk) -> dict[str, Any] | None:
    if not desk.coordinates:
        return None
    url = addresses.address(
        "activity-list", project=desk.project.public_id, state=ActivityState.SUBMITTED.value, sort="day"
    )
    return {"pile": queries.awaiting_approval(desk), "url": url}


def returned(request: HttpRequest, desk: Desk) -> dict[str, Any] | None:
    pile = queries.returned(desk)
    return (
        {"pile": pile, "url": addresses.own_activities(desk, state=ActivityState.RETURNED.value)}
        if pile.count
        else None
    )


def unfinished(request: HttpRequest, desk: Desk) -> dict[str, Any]:
    drafts = queries.drafts_of(desk.user)
    return {
        "drafts": [
            {
                "name": draft.data.get("name") or NAMELESS,
                "updated_at": draft.updated_at,
                "url": addresses.address("activity-new", draft=draft.client_id),
            }
            for draft in drafts.rows
        ],
        "drafts_hidden": drafts.hidden,
        "pile": queries.not_handed_in(desk),
        "url": addresses.own_activities(desk, state=[state.value for state in queries.NOT_HANDED_IN], sort="day"),
    }


def overdue(request: HttpRequest, desk: Desk) -> dict[str, Any]:
    partners = addresses.leads(desk)
    return {
        "pile": queries.overdue_steps(desk),
        "url": addresses.address(
            "contact-list", overdue="true", project=desk.project.public_id, partner=partners, sort="next"
        ),
        "new_url": addresses.address("contact-new"),
    }


def targets(request: HttpRequest, desk: Desk) -> dict[str, Any] | None:
    rows = [
        {
            "progress": row,
            "bar": min(max(round(row.share), 0), 100) if row.share is not None else None,
            "url": addresses.address("indicator-detail", row.indicator.public_id),
        }
        for row in queries.targets_of(desk)
    ]
    url = addresses.address("project-logframe", desk.project.public_id)
    return {"rows": rows, "all_url": url} if rows else None


def reached(request: HttpRequest, desk: Desk) -> dict[str, Any]:
    totals = totals_by_measure(desk.counted)
    for total in totals:
        total["url"] = addresses.counted(desk, measure=total["measure"])
    return {"totals": totals}


def places(request: HttpRequest, desk: Desk) -> dict[str, Any]:
    rows = queries.places_of(desk)
    for row in rows:
        row["url"] = addresses.counted(desk, country=row["country"]) if row["country"] else ""
    drawn = map_of(
        [
            Place(str(row["country__name"]), row["country"], count=row["activities"])
            for row in rows
            if row["country"] is not None
        ],
        title=str(_("Where it took place")),
        description=str(_("The table below says the same.")),
        identifier="desk-map",
    )
    return {
        "map": drawn,
        "rows": rows,
        "total": sum(row["activities"] for row in rows),
        "all_url": addresses.counted(desk),
    }


def funnel(request: HttpRequest, desk: Desk) -> dict[str, Any]:
    """Of institutions that the own partner moved, for the coordinator of all on record; as at today."""
    partner = desk.own_partner
    counted = pipeline.funnel(pipeline.Scope(desk.today, partner=partner), desk.user)
    asked = {"partner": partner.public_id if partner else ""}
    rows = [
        {"row": row, "url": addresses.address("pipeline-reached", row.stage.value, **asked)}
        for row in counted.way
        if row.reached
    ]
    return {"rows": rows, "url": addresses.address("pipeline-funnel", **asked)}


def groups(request: HttpRequest, desk: Desk) -> dict[str, Any] | None:
    threads = queries.latest_threads(desk.user)
    return {"threads": threads} if threads else None


FOLDER = "campaigns/dashboard"
WAITING = Panel("waiting", _("Waiting for your approval"), f"{FOLDER}/waiting.html", waiting)
RETURNED = Panel("returned", _("Returned to you"), f"{FOLDER}/returned.html", returned)
UNFINISHED = Panel("unfinished", _("To finish and hand in"), f"{FOLDER}/unfinished.html", unfinished)
OVERDUE = Panel("overdue", _("Overdue next steps"), f"{FOLDER}/overdue.html", overdue)
TARGETS = Panel("targets", _("Targets of this period"), f"{FOLDER}/targets.html", targets)
REACHED = Panel("reached", _("People reached in this period"), f"{FOLDER}/reached.html", reached)
PLACES = Panel("places", _("Where it took place"), f"{FOLDER}/places.html", places)
FUNNEL = Panel("funnel", _("Institutions on the way to affiliation"), f"{FOLDER}/funnel.html", funnel)
GROUPS = Panel("groups", _("Latest in your groups"), f"{FOLDER}/groups.html", groups)
# In the order of the page.
SECTIONS = (WAITING, RETURNED, UNFINISHED, OVERDUE, TARGETS, REACHED, PLACES, FUNNEL, GROUPS)


def sections_for(request: HttpRequest, desk: Desk) -> list[ShownPanel]:
    contexts = ((panel, panel.context(request, desk)) for panel in SECTIONS)
    return [ShownPanel(panel, context) for panel, context in contexts if context is not None]
