"""The way of an activity: every state, every move, everybody."""

import itertools

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from campaigns.enums.outreach import ActivityState, AudienceMeasure
from campaigns.models import Activity
from campaigns.queries.outreach import totals_by_measure
from campaigns.services.outreach import workflow
from tests.campaigns.outreach.conftest import NOW
from tests.factories import campaigns, core

PERFORM = {
    "declare_done": workflow.declare_done,
    "submit": workflow.submit,
    "approve": workflow.approve,
    "return": workflow.return_,
    "lock": workflow.lock,
    "unlock": workflow.unlock,
    "cancel": workflow.cancel,
}
# Which moves there are at all, by where they begin.
TABLE = {
    ("planned", "declare_done"): "done",
    ("planned", "cancel"): "cancelled",
    ("done", "submit"): "submitted",
    ("done", "cancel"): "cancelled",
    ("submitted", "approve"): "approved",
    ("submitted", "return"): "returned",
    ("returned", "submit"): "submitted",
    ("returned", "cancel"): "cancelled",
    ("approved", "lock"): "locked",
    ("approved", "return"): "returned",
    ("locked", "unlock"): "approved",
}
PARTNERS_MOVES = ("declare_done", "submit", "cancel")
MAY = {
    "author": PARTNERS_MOVES,
    "colleague": PARTNERS_MOVES,
    "co-partner": (),
    "other partner": (),
    "coordinator": ("approve", "return", "lock", "unlock"),
    "administrator": tuple(PERFORM),
    "stranger": (),
}


@pytest.mark.parametrize("role", MAY)
def test_state_table(world, role):
    """Every move from every state, asked by this role."""
    user, author = world.users[role], world.users["author"]
    for state, move in itertools.product(ActivityState.values, PERFORM):
        activity = world.activity(state=state, author=author, submitted_by=author)
        campaigns.ActivityPartnerFactory(activity=activity, partner=world.joining)
        target = TABLE.get((state, move))
        asked = {"actor": user, "activity": activity, "comment": "Because.", "now": NOW}
        offered = move in [found.name for found in workflow.moves_open_to(user, activity)]
        assert offered == (target is not None and move in MAY[role]), (state, move)
        if offered:
            PERFORM[move](**asked)
            decision = activity.decisions.get()
            assert (decision.from_state, decision.to_state, decision.comment) == (state, target, "Because.")
            assert (decision.actor, decision.decided_at) == (user, NOW)
            assert activity.versions.latest("pgh_id").pgh_context.metadata["reason"] == workflow.MOVES[move].reason
        else:
            with pytest.raises(ValidationError if move in MAY[role] else PermissionDenied):
                PERFORM[move](**asked)
            assert not activity.decisions.exists()
        assert Activity.objects.get(pk=activity.pk).state == activity.state == (target if offered else state)


@pytest.mark.parametrize("role", ["author", "submitted_by"])
@pytest.mark.parametrize("move", ["approve", "return"])
def test_not_even_an_administrator_decides_on_what_they_brought_in(world, role, move):
    admin = world.users["administrator"]
    activity = world.activity(state="submitted", **{role: admin})
    with pytest.raises(PermissionDenied):
        PERFORM[move](actor=admin, activity=activity, comment="Fine.", now=NOW)


@pytest.mark.parametrize("part", ["lead", "co-partner"])
def test_the_coordinator_does_not_approve_what_its_own_organisation_had_part_in(world, part):
    """Two people of one organisation cannot approve each other."""
    activity = world.activity(state="submitted", author=world.users["author"])
    if part == "lead":
        activity.lead = world.coordinator
        activity.save()
    else:
        campaigns.ActivityPartnerFactory(activity=activity, partner=world.coordinator)
    with pytest.raises(PermissionDenied):
        workflow.approve(actor=world.users["coordinator"], activity=activity, now=NOW)
    workflow.approve(actor=world.users["administrator"], activity=activity, now=NOW)


def test_membership_in_any_role_counts_as_belonging(world):
    """Who buys for the lead's organisation and works for the coordinator sits on both sides."""
    user = world.users["coordinator"]
    core.MembershipFactory(user=user, organisation=world.lead.organisation, role="procurer")
    with pytest.raises(PermissionDenied):
        workflow.approve(actor=user, activity=world.activity(state="submitted"), now=NOW)


@pytest.mark.parametrize(("state", "move"), [("submitted", "return"), ("approved", "return"), ("locked", "unlock")])
@pytest.mark.parametrize("comment", ["", "  "])
def test_comment_is_required(world, state, move, comment):
    activity = world.activity(state=state)
    with pytest.raises(ValidationError) as refused:
        PERFORM[move](actor=world.users["coordinator"], activity=activity, comment=comment, now=NOW)
    assert refused.value.message_dict == {"comment": ["Say why: the partner has to know what to change."]}


def test_nothing_is_declared_done_before_its_last_day(world):
    activity = world.activity(state="planned", ends_on=NOW.date().replace(day=2))
    with pytest.raises(ValidationError, match="What lies in the future is planned"):
        workflow.declare_done(actor=world.users["author"], activity=activity, now=NOW)


def test_approval_counts_and_return_takes_it_away(world):
    """N2, A1: 40 approved are 40 more, returned they are gone; who approved is kept as long as it holds."""
    activity = world.activity(state="done", author=world.users["author"])
    campaigns.AudienceCountFactory(activity=activity, measure=AudienceMeasure.PARTICIPANTS, number=40)

    def figure():
        return {row["measure"]: row["number"] for row in totals_by_measure(Activity.objects.counted())}

    workflow.submit(actor=world.users["author"], activity=activity, now=NOW)
    assert figure() == {}
    workflow.approve(actor=world.users["coordinator"], activity=activity, now=NOW)
    assert figure() == {"participants": 40}
    assert (activity.approved_by, activity.approved_at) == (world.users["coordinator"], NOW)
    workflow.return_(actor=world.users["coordinator"], activity=activity, comment="Wrong day.", now=NOW)
    assert figure() == {}
    assert (activity.approved_by, activity.approved_at) == (None, None)
    assert [decision.to_state for decision in activity.decisions.all()] == ["submitted", "approved", "returned"]


def refuse(activity, to_state):
    raise ValidationError({"state": f"{activity.name}: closed for {to_state or 'deletion'}."})


@pytest.mark.parametrize(("state", "move"), [("submitted", "approve"), ("approved", "return"), ("locked", "unlock")])
def test_guards_may_forbid_a_move(world, settings, state, move):
    settings.ACTIVITY_GUARDS = [f"{__name__}.refuse"]
    activity = world.activity(state=state)
    with pytest.raises(ValidationError, match="closed for"):
        PERFORM[move](actor=world.users["coordinator"], activity=activity, comment="Please.", now=NOW)
    assert not activity.decisions.exists()


def test_the_system_itself_needs_no_permission(world):
    activity = world.activity(state="submitted")
    assert workflow.approve(actor=None, activity=activity, now=NOW).state == "approved"
