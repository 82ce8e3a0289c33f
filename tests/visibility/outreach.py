"""Scenes of outreach and projects."""

import datetime

from campaigns.models import Activity, ActivityDecision, BudgetLine, EvidenceFile, Project
from core.history import change
from tests.factories import campaigns
from tests.visibility.scenes import Scene, builds, in_detail, in_list, in_search, sees


def recorded(cast, **values):
    activity = campaigns.ActivityFactory(project=cast.project, lead=cast.own, name="Zebrafish evening", **values)
    campaigns.ActivityPartnerFactory(activity=activity, partner=cast.joining)
    return activity


@builds("activity", "not approved", "planned, announced", "approved")
def activity(cast, state):
    values = {
        "not approved": {"state": "submitted"},
        "planned, announced": {"state": "planned", "is_announced": True},
        "approved": {"approved": True},
    }[state]
    record = recorded(cast, **values)
    return Scene(
        sees(Activity.objects.visible_to, record),
        [
            *in_detail("outreach", record, surfaces="page history"),
            *in_list("outreach", record.name)[:2],
            *in_search("zebrafish", record),
        ],
    )


@builds("earlier versions of an activity", "approved now")
def earlier(cast, state):
    with change(actor=None, reason="Quaggas counted"):
        record = recorded(cast)
        record.state, record.approved_at = "approved", datetime.datetime(2026, 2, 1, tzinfo=datetime.UTC)
    with change(actor=None, reason="Approved"):
        record.save()
    row = campaigns.ActivityDecisionFactory(activity=record)
    return Scene(
        sees(ActivityDecision.objects.visible_to, row),
        in_detail("outreach", record, "Quaggas counted", surfaces="history"),
    )


@builds("decision on an activity", "approved")
def decision(cast, state):
    record = recorded(cast, approved=True)
    row = campaigns.ActivityDecisionFactory(activity=record, comment="Quagga comment")
    return Scene(
        sees(ActivityDecision.objects.visible_to, row),
        in_detail("outreach", record, "Quagga comment", surfaces="page"),
    )


@builds(
    "evidence file",
    "not published, activity approved",
    "published, activity approved",
    "published, activity not approved",
)
def evidence(cast, state):
    published, approved = state.startswith("published"), state.endswith("activity approved")
    record = recorded(cast, approved=True) if approved else recorded(cast)
    file = campaigns.EvidenceFileFactory(
        activity=record, title="Quagga photo", is_published=published, people="agreed" if published else "not_asked"
    )
    return Scene(
        sees(EvidenceFile.objects.visible_to, file), in_detail("outreach", record, "Quagga photo", surfaces="page")
    )


@builds("project", "any")
def project(cast, state):
    return Scene(
        sees(Project.objects.visible_to, cast.project),
        [*in_detail("projects", cast.project), *in_list("projects", cast.project.name)],
    )


@builds("budget line", "of the project")
def budget(cast, state):
    line = campaigns.BudgetLineFactory(project=cast.project, heading="Quagga travel")
    return Scene(
        sees(BudgetLine.objects.visible_to, line), in_detail("projects", cast.project, "Quagga travel", surfaces="page")
    )
