"""Every rule that a form checks is also a named constraint of the database."""

import datetime
import pkgutil
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.db.models import F

from tests.campaigns import broken
from tests.factories import campaigns, core, procurement, supplychain

pytestmark = pytest.mark.django_db

OURS = ("core", "supplychain", "procurement", "campaigns")
AREAS = [import_module(f"{broken.__name__}.{found.name}") for found in pkgutil.iter_modules(broken.__path__)]
EARLIER, LATER = datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)


def itself(field, **also):
    """Change of a stored row that makes `field` point at the row itself."""
    return {field: F("pk"), **also}


# (factory, values that break the rule, name of the constraint)
BROKEN = [
    (core.SourceFactory, {"title": ""}, "core_source_says_who_and_what"),
    (core.SourceFactory, {"kind": "rumour"}, "core_source_kind_known"),
    (core.SourceFactory, {"granularity": "galaxy"}, "core_source_granularity_known"),
    (core.MembershipFactory, {"role": "king"}, "core_membership_role_known"),
    (core.OrganisationFactory, {"name": ""}, "core_organisation_name_given"),
    (core.OrganisationFactory, itself("parent"), "core_organisation_not_its_own_parent"),
    (core.OrganisationFactory, {"iati_type": "99"}, "core_organisation_iati_type_known"),
    (core.JobFactory, {"state": "lost"}, "core_job_state_known"),
    (core.ReportScheduleFactory, {"frequency": "often"}, "core_schedule_frequency_known"),
    (core.ReportScheduleFactory, {"day": 31}, "core_schedule_moment_exists"),
    (core.ReportScheduleFactory, {"hour": 24}, "core_schedule_moment_exists"),
    (core.ImportRunFactory, {"state": "lost"}, "core_import_run_state_known"),
    (core.ImportRowFactory, {"verdict": "odd"}, "core_import_row_verdict_known"),
    (supplychain.CompanyFactory, {"roles": ["tailor"]}, "supplychain_company_roles_known"),
    (supplychain.ProductModelFactory, {"name": ""}, "supplychain_productmodel_name_given"),
    (supplychain.FactoryFactory, {"name": ""}, "supplychain_factory_name_given"),
    (
        supplychain.FactoryFactory,
        {"latitude": 91, "longitude": 0, "point_precision": "town", "point_source": "given"},
        "supplychain_factory_point_on_earth",
    ),
    (
        supplychain.FactoryFactory,
        {"latitude": 0, "longitude": 0, "point_precision": "town", "point_source": "given"},
        "supplychain_factory_point_not_null_island",
    ),
    (supplychain.FactoryFactory, {"latitude": 1, "longitude": 1}, "supplychain_factory_point_explained"),
    (supplychain.FactoryFactory, {"workers_min": 9, "workers_max": 8}, "supplychain_factory_workers_in_order"),
    (
        supplychain.FactoryFactory,
        {"latitude": 1, "longitude": 1, "point_source": "given", "point_precision": "rough"},
        "supplychain_factory_precision_known",
    ),
    (supplychain.FactoryFactory, {"status": "haunted"}, "supplychain_factory_status_known"),
    (supplychain.FactoryFactory, itself("successor", status="moved"), "supplychain_factory_successor_of_moved"),
    (supplychain.FactoryFactory, itself("campus"), "supplychain_factory_not_its_own_campus"),
    (supplychain.FactoryNameFactory, {"name": ""}, "supplychain_factoryname_name_given"),
    (supplychain.FactoryNameFactory, {"kind": "pet"}, "supplychain_factoryname_kind_known"),
    (supplychain.FactoryIdentifierFactory, {"scheme": "isbn"}, "supplychain_factoryidentifier_scheme_known"),
    (
        supplychain.FactoryIdentifierFactory,
        {"scheme": "duns", "value": "12"},
        "supplychain_factoryidentifier_duns_form",
    ),
    (supplychain.FactoryIdentifierFactory, {"scheme": "lei", "value": "X"}, "supplychain_factoryidentifier_lei_form"),
    (supplychain.FactoryStatementFactory, {"property": "mood"}, "supplychain_factorystatement_property_known"),
    (
        supplychain.ProductionLinkFactory,
        {"valid_from": LATER, "valid_to": EARLIER},
        "supplychain_link_validity_in_order",
    ),
    (supplychain.ProductionLinkFactory, {"first_seen": LATER, "last_seen": EARLIER}, "supplychain_link_seen_in_order"),
    (supplychain.ProductionLinkFactory, {"share_min": 101}, "supplychain_link_share_is_percent"),
    (supplychain.ProductionLinkFactory, {"share_min": 5, "share_max": 4}, "supplychain_link_share_is_percent"),
    (supplychain.ProductionLinkFactory, {"basis": "hearsay"}, "supplychain_link_basis_known"),
    (supplychain.ProductionLinkFactory, {"role": "friend"}, "supplychain_link_role_known"),
    (supplychain.ProductionLinkFactory, {"audience": "some"}, "supplychain_link_audience_known"),
    (supplychain.ProductionLinkFactory, itself("superseded_by"), "supplychain_link_not_replaced_by_itself"),
    (
        supplychain.ProductionLinkFactory,
        {"basis": "model_disclosure", "product_model": None},
        "supplychain_link_model_disclosure_names_model",
    ),
    (
        supplychain.SupplyRelationFactory,
        {"first_seen": LATER, "last_seen": EARLIER},
        "supplychain_supplyrelation_seen_in_order",
    ),
    (supplychain.FactoryFacetFactory, {"dimension": "colour"}, "supplychain_factoryfacet_dimension_known"),
    (supplychain.FacetTallyFactory, {"counted": "colour"}, "supplychain_tally_counted_known"),
    (supplychain.FactoryFacetFactory, {"level": 7}, "supplychain_factoryfacet_level_known"),
    (supplychain.LinkFacetFactory, {"level": 7}, "supplychain_linkfacet_level_known"),
    (procurement.ProcurerFactory, {"level": "cosmic"}, "procurement_procurer_level_known"),
    (procurement.ProcurerFactory, {"spend_band": "all"}, "procurement_procurer_spend_band_known"),
    (procurement.LabelSchemeFactory, {"label_type": "IV"}, "procurement_label_type_known"),
    (procurement.ProcurerFactory, {"buyer_visibility": "shy"}, "procurement_procurer_visibility_known"),
    (procurement.ProcurerFactory, {"legal_type": "club"}, "procurement_procurer_legal_type_known"),
    (procurement.ContractFactory, {"title": ""}, "procurement_contract_title_given"),
    (procurement.ContractFactory, {"starts_on": LATER, "ends_on": EARLIER}, "procurement_contract_period_in_order"),
    (procurement.ContractFactory, {"value_amount": 1, "currency": None}, "procurement_contract_value_has_currency"),
    (procurement.ContractLineFactory, {"quantity": 0}, "procurement_contractline_quantity_positive"),
    (
        procurement.ContractLineFactory,
        {"value_amount": 1, "currency": None},
        "procurement_contractline_value_has_currency",
    ),
    (
        procurement.ContractLineFactory,
        {"period_from": LATER, "period_to": EARLIER},
        "procurement_contractline_period_in_order",
    ),
    (
        procurement.DisclosureRequestFactory,
        {"asked_on": LATER, "due_on": EARLIER},
        "procurement_disclosure_due_after_asked",
    ),
    (
        procurement.DisclosureRequestFactory,
        {"asked_on": LATER, "due_on": LATER, "answered_on": EARLIER, "answer": "full"},
        "procurement_disclosure_answered_after_asked",
    ),
    (
        procurement.DisclosureRequestFactory,
        {"answer": "full", "answered_on": None},
        "procurement_disclosure_answer_dated",
    ),
    (
        procurement.DisclosureRequestFactory,
        {"answer": "", "answered_on": None, "reason": "exempt"},
        "procurement_disclosure_reason_of_gap",
    ),
    (
        procurement.AffiliationEventFactory,
        {"stage": "bored", "route": "", "via": None},
        "procurement_affiliationevent_stage_known",
    ),
    (
        procurement.AffiliationEventFactory,
        {"stage": "affiliated", "route": "", "via": None},
        "procurement_affiliationevent_route_named",
    ),
    (
        procurement.AffiliationEventFactory,
        {"stage": "affiliated", "route": "via_network", "via": None},
        "procurement_affiliationevent_via_named",
    ),
    (campaigns.QuotedTotalFactory, {"label": ""}, "campaigns_quotedtotal_label_given"),
    *(case for area in AREAS for case in area.BROKEN),
]
# Rules that only rows of a second table can break; each is tried by a test of its area.
TRIED_APART = {name for area in AREAS for name in getattr(area, "TRIED_APART", ())}
MERGEABLE = [
    factory
    for module in (core, supplychain, procurement, campaigns)
    for factory in vars(module).values()
    if isinstance(factory, type)
    and factory.__module__.startswith(module.__name__)
    and hasattr(factory._meta.model, "merged_into")
]
BROKEN += [
    (
        factory,
        itself("merged_into"),
        f"{factory._meta.model._meta.app_label}_{factory._meta.model._meta.model_name}_not_merged_into_itself",
    )
    for factory in MERGEABLE
]


@pytest.mark.parametrize(("factory", "values", "constraint"), BROKEN, ids=[row[2] for row in BROKEN])
def test_the_database_refuses_what_breaks_the_rule(factory, values, constraint):
    row = factory()
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        type(row)._default_manager.filter(pk=row.pk).update(**values)
    assert refusal.value.__cause__.diag.constraint_name == constraint


def test_every_check_constraint_of_our_models_is_tried():
    declared = {
        constraint.name
        for model in apps.get_models()
        if model._meta.app_label in OURS and not model.__name__.endswith("Version")
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    }
    assert declared - {row[2] for row in BROKEN} - TRIED_APART == set()


@pytest.mark.parametrize(
    ("factory", "table"),
    [
        (supplychain.ProductionLinkFactory, "supplychain_productionlink"),
        (procurement.ContractLineFactory, "procurement_contractline"),
    ],
)
def test_a_model_of_another_brand_is_refused(factory, table):
    row = factory()
    stranger = supplychain.ProductModelFactory()
    type(row).objects.filter(pk=row.pk).update(product_model=stranger)
    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="brand_of_model"):
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_same_standing_link_exists_once():
    link = supplychain.ProductionLinkFactory(product_model=None, stage=None)
    with pytest.raises(IntegrityError, match="supplychain_link_stands_once"), transaction.atomic():
        supplychain.ProductionLinkFactory(
            factory=link.factory, brand=link.brand, product_model=None, stage=None, basis=link.basis
        )


def test_every_coded_field_has_a_constraint():
    """A field with a code list is named in some constraint, so that no write can bring in another code."""
    unguarded = []
    for model in apps.get_models():
        if model._meta.app_label not in OURS or model.__name__.endswith("Version"):
            continue
        checks = " ".join(
            str(constraint.condition)
            for constraint in model._meta.constraints
            if isinstance(constraint, models.CheckConstraint)
        )
        unguarded += [
            f"{model.__name__}.{field.name}"
            for field in model._meta.local_fields
            if field.choices and not field.generated and f"'{field.name}__in'" not in checks
        ]
    assert unguarded == []
