"""Rules of contacts, pacts, consortia and dues."""

import datetime

from django.db.models import F

from tests.factories import campaigns, procurement

EARLIER, LATER = datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)
BROKEN = [
    (campaigns.InstitutionContactFactory, {"kind": "pigeon"}, "campaigns_contact_kind_known"),
    (campaigns.InstitutionContactFactory, {"status": "lost"}, "campaigns_contact_status_known"),
    (campaigns.InstitutionContactFactory, {"subject": ""}, "campaigns_contact_subject_given"),
    (campaigns.InstitutionContactFactory, {"declared_held_on": None}, "campaigns_contact_held_is_past"),
    (
        campaigns.InstitutionContactFactory,
        {"held_on": LATER, "declared_held_on": EARLIER},
        "campaigns_contact_held_is_past",
    ),
    (campaigns.InstitutionContactFactory, {"next_step_on": LATER}, "campaigns_contact_step_named"),
    (campaigns.AdherenceFactory, {"kind": "fan"}, "campaigns_adherence_kind_known"),
    (campaigns.AdherenceFactory, {"kind": "participant"}, "campaigns_adherence_participant_buys"),
    (campaigns.AdherenceFactory, {"joined_on": LATER, "left_on": EARLIER}, "campaigns_adherence_days_in_order"),
    (campaigns.AdherenceFactory, {"organisation": F("body")}, "campaigns_adherence_not_to_itself"),
    (
        procurement.ConsortiumMemberFactory,
        {"member": F("consortium")},
        "procurement_consortiummember_not_itself",
    ),
    (
        procurement.ConsortiumMemberFactory,
        {"joined_on": LATER, "left_on": EARLIER},
        "procurement_consortiummember_days_in_order",
    ),
    (procurement.DuesBandFactory, {"spend_from": 3, "spend_to": 2}, "procurement_duesband_spend_in_order"),
    (procurement.DuesBandFactory, {"valid_from": LATER, "valid_to": EARLIER}, "procurement_duesband_days_in_order"),
    (procurement.DuesBandFactory, {"rate_percent": 101}, "procurement_duesband_rate_is_percentage"),
    (procurement.DuesBandFactory, {"currency": None}, "procurement_duesband_amounts_with_currency"),
]
