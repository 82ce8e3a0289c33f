"""Who may change the campaigns' records."""

from typing import TYPE_CHECKING, Any

import rules

from campaigns.enums.outreach import COUNTED_STATES, OPEN_STATES, ActivityState
from campaigns.enums.projects import PartnerRole
from campaigns.models import ProjectPartner
from core.access import access_of
from core.rules import administrators_write, is_administrator

if TYPE_CHECKING:
    from core.models import User

administrators_write("campaigns")


# -- Outreach ------------------------------------------------------------------


@rules.predicate
def is_campaign_partner(user: "User") -> bool:
    return access_of(user).is_partner


@rules.predicate
def works_for_lead(user: "User", activity: Any = None) -> bool:
    """Of the activity."""
    return activity is not None and activity.lead.organisation_id in access_of(user).partner_organisations


@rules.predicate
def coordinates(user: "User", activity: Any = None) -> bool:
    """The user works for the lead partner of the activity's project."""
    ours = access_of(user).partner_organisations
    if activity is None or not ours:
        return False
    led = activity.project.participations.filter(role=PartnerRole.LEAD, partner__organisation_id__in=ours)
    return bool(led.exists())


@rules.predicate
def belongs_to_its_partners(user: "User", activity: Any = None) -> bool:
    """The user is a member, in whatever role, of the lead's or a co-partner's organisation."""
    ours = access_of(user).organisations
    if activity is None or not ours:
        return False
    joined = activity.participations.filter(partner__organisation_id__in=ours)
    return activity.lead.organisation_id in ours or bool(joined.exists())


@rules.predicate
def brought_it_in(user: "User", activity: Any = None) -> bool:
    """The user recorded the activity or handed it in."""
    return activity is not None and user.pk in (activity.author_id, activity.submitted_by_id)


@rules.predicate
def is_open(user: "User", activity: Any = None) -> bool:
    """The activity has not been handed in, or was returned."""
    return activity is not None and activity.state in OPEN_STATES


@rules.predicate
def is_locked(user: "User", activity: Any = None) -> bool:
    return activity is not None and activity.state == ActivityState.LOCKED


rules.set_perm("campaigns.add_activity", is_campaign_partner | is_administrator)
rules.set_perm("campaigns.change_activity", (works_for_lead & is_open) | (is_administrator & ~is_locked))
rules.set_perm("campaigns.delete_activity", is_administrator & ~is_locked)
rules.set_perm("campaigns.hand_in_activity", works_for_lead | is_administrator)
rules.set_perm(
    "campaigns.decide_activity", ~brought_it_in & (is_administrator | (coordinates & ~belongs_to_its_partners))
)
rules.set_perm("campaigns.add_evidence", (works_for_lead | is_administrator) & ~is_locked)
rules.set_perm("campaigns.publish_evidence", works_for_lead | is_administrator)
rules.set_perm("campaigns.lock_activity", is_administrator | coordinates)
rules.set_perm("campaigns.add_eventpreset", is_campaign_partner | is_administrator)
rules.set_perm("campaigns.change_eventpreset", works_for_lead | is_administrator)


# -- Results -------------------------------------------------------------------


@rules.predicate
def counts_already(user: "User", activity: Any = None) -> bool:
    """The activity is approved or locked: whatever it is linked to moves at once."""
    return activity is not None and activity.state in COUNTED_STATES


@rules.predicate
def reports_for(user: "User", update: Any = None) -> bool:
    """The user works for the partner of the update."""
    return update is not None and update.partner.organisation_id in access_of(user).partner_organisations


@rules.predicate
def belongs_to_its_partner(user: "User", update: Any = None) -> bool:
    """The user is a member, in whatever role, of the organisation of the update's partner."""
    return update is not None and update.partner.organisation_id in access_of(user).organisations


rules.set_perm(
    "campaigns.link_activity",
    is_administrator
    | (~counts_already & (works_for_lead | coordinates))
    | (coordinates & ~brought_it_in & ~belongs_to_its_partners),
)
for action in ("add", "change", "hand_in"):
    rules.set_perm(f"campaigns.{action}_indicatorupdate", reports_for | is_administrator)
rules.set_perm(
    "campaigns.decide_indicatorupdate", ~brought_it_in & (is_administrator | (coordinates & ~belongs_to_its_partner))
)
rules.set_perm("campaigns.close_indicatorperiod", is_administrator | coordinates)
# The logframe is the coordinator's: what the project wants to achieve, and how that is measured.
for name in ("result", "indicator", "indicatorperiod"):
    rules.set_perm(f"campaigns.change_{name}", is_administrator | coordinates)


# -- Research, advocacy, campaign pages -----------------------------------------


@rules.predicate
def works_for_its_partner(user: "User", record: Any = None) -> bool:
    """The user works for the partner that leads or recorded it."""
    partner = getattr(record, "lead", None) or getattr(record, "partner", None)
    return partner is not None and partner.organisation_id in access_of(user).partner_organisations


@rules.predicate
def coordinates_its_project(user: "User", record: Any = None) -> bool:
    return getattr(record, "project_id", None) is not None and coordinates.test(user, record)


# A partner keeps its own, the coordinator publishes.
for name in ("publication", "campaign", "advocacyaction", "policyfile"):
    rules.set_perm(f"campaigns.add_{name}", is_campaign_partner | is_administrator)
    rules.set_perm(f"campaigns.change_{name}", works_for_its_partner | is_administrator)
for name in ("publication", "campaign"):
    rules.set_perm(f"campaigns.publish_{name}", coordinates_its_project | is_administrator)


# -- Affiliation pipeline ---------------------------------------------------------


@rules.predicate
def had_contact(user: "User", contact: Any = None) -> bool:
    """The user works for the partner that had the contact."""
    return contact is not None and contact.partner.organisation_id in access_of(user).partner_organisations


rules.set_perm("campaigns.add_institutioncontact", is_campaign_partner | is_administrator)
rules.set_perm("campaigns.change_institutioncontact", had_contact | is_administrator)
rules.set_perm("campaigns.add_pipelinemove", is_campaign_partner | is_administrator)


@rules.predicate
def coordinates_a_project(user: "User") -> bool:
    """The user works for the lead partner of a project."""
    ours = access_of(user).partner_organisations
    led = ProjectPartner.objects.filter(role=PartnerRole.LEAD, partner__organisation_id__in=ours)
    return bool(ours) and bool(led.exists())


# Pacts and consortia belong to no project: whoever coordinates one keeps them.
for name in ("campaigns.add_adherence", "campaigns.change_adherence", "campaigns.keep_consortium"):
    rules.set_perm(name, coordinates_a_project | is_administrator)
