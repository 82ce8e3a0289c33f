"""Recording contracts, requests, answers, affiliations and a buyer's choice."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from core.enums import Role
from core.history import MissingReason
from procurement.enums import AffiliationStage, DisclosureAnswer
from procurement.models import Affiliation, Contract, DisclosureRequest
from procurement.services.affiliations import record_affiliation_event
from procurement.services.contracts import record_contract
from procurement.services.disclosures import ask_for_disclosure, record_answer
from procurement.services.saving import save_checked
from procurement.services.visibility import change_buyer_visibility
from tests.factories import core, procurement, supplychain

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 3, 1)
LATER = datetime.date(2026, 4, 1)


@pytest.fixture
def who():
    return {"actor": core.UserFactory(admin=True), "reason": "Signed contract of March"}


def test_a_contract_is_recorded_with_its_lines(who):
    model = supplychain.ProductModelFactory()
    contract = record_contract(
        **who,
        buyer=procurement.ProcurerFactory(),
        title="Laptops",
        lines=[{"product_model": model, "quantity": 5}, {"brand": model.brand, "category": model.category}],
    )
    lines = [(line.number, line.product_model, line.brand, line.category) for line in contract.lines.order_by("number")]
    assert lines == [(1, model, model.brand, model.category), (2, None, model.brand, model.category)]
    context = contract.versions.get().pgh_context
    assert context.metadata == {"reason": "Signed contract of March", "user": who["actor"].pk}


def test_a_refused_line_is_named_and_nothing_is_kept(who):
    model, other = supplychain.ProductModelFactory(), supplychain.BrandFactory(name="Other")
    with pytest.raises(ValidationError) as refused:
        record_contract(
            **who,
            buyer=procurement.ProcurerFactory(),
            title="Laptops",
            lines=[{"product_model": model}, {"product_model": model, "brand": other}],
        )
    assert refused.value.messages == [f"Line 2: {model} is a model of {model.brand}, not of Other."]
    assert not Contract.objects.exists()


def test_what_the_database_refuses_is_said_in_words(who):
    with pytest.raises(ValidationError) as refused:
        record_contract(**who, buyer=procurement.ProcurerFactory(), title="Laptops", starts_on=LATER, ends_on=DAY)
    assert refused.value.messages == ["The contract ends before it starts."]


def test_a_write_without_reason_is_refused():
    with pytest.raises(MissingReason):
        record_contract(actor=None, reason=" ", buyer=procurement.ProcurerFactory(), title="Laptops")


def test_who_comes_second_is_told_in_the_same_words(monkeypatch):
    line = procurement.ContractLineFactory(number=1)
    second = procurement.ContractLineFactory.build(
        contract=line.contract, number=1, product_model=line.product_model, brand=line.brand, category=line.category
    )
    monkeypatch.setattr(type(second), "full_clean", lambda self: None)
    with pytest.raises(ValidationError, match="already has a line of this number"):
        save_checked(second)


def test_an_unforeseen_contradiction_is_told_too(monkeypatch):
    line = procurement.ContractLineFactory()
    line.quantity = None
    line.number = None
    monkeypatch.setattr(type(line), "full_clean", lambda self: None)
    with pytest.raises(ValidationError, match="contradicts what is on record"):
        save_checked(line)


def ask(who, **fields):
    line = fields.pop("line", None) or procurement.ContractLineFactory()
    return ask_for_disclosure(
        **who, line=line, asked_of=core.OrganisationFactory(), asked_on=DAY, **{"due_on": LATER, **fields}
    )


def test_a_request_is_answered_with_links(who):
    line = procurement.ContractLineFactory()
    link = supplychain.ProductionLinkFactory(product_model=line.product_model)
    request = ask(who, line=line)
    for _ in range(2):
        record_answer(**who, request=request, answer=DisclosureAnswer.FULL, answered_on=LATER, links=[link])
    assert [row.link for row in request.disclosed_links.all()] == [link]
    assert DisclosureRequest.objects.get().answer == "full"


def test_a_refusal_keeps_its_reason_and_discloses_nothing(who):
    request = ask(who)
    record_answer(
        **who, request=request, answer=DisclosureAnswer.REFUSED, answered_on=LATER, non_disclosure_reason="no_duty"
    )
    assert DisclosureRequest.objects.get().reason == "no_duty"
    link = supplychain.ProductionLinkFactory(product_model=request.line.product_model)
    with pytest.raises(ValidationError, match="belong to a full or partial answer"):
        record_answer(**who, request=request, answer=DisclosureAnswer.REFUSED, answered_on=LATER, links=[link])


def test_a_link_about_other_goods_is_refused(who):
    request = ask(who)
    sibling = supplychain.ProductModelFactory(brand=request.line.brand)
    for link in (
        supplychain.ProductionLinkFactory(),
        supplychain.ProductionLinkFactory(product_model=sibling),
    ):
        with pytest.raises(ValidationError, match="is not about what this line buys"):
            record_answer(**who, request=request, answer=DisclosureAnswer.FULL, answered_on=LATER, links=[link])
    assert DisclosureRequest.objects.get().answer == ""


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"due_on": datetime.date(2026, 2, 1)}, "The answer is due before it was asked for."),
    ],
)
def test_a_request_out_of_order_is_refused(who, fields, message):
    with pytest.raises(ValidationError) as refused:
        ask(who, **fields)
    assert refused.value.messages == [message]


def test_an_answer_without_date_is_refused(who):
    with pytest.raises(ValidationError, match="An answer has a date"):
        record_answer(**who, request=ask(who), answer=DisclosureAnswer.FULL)


def test_steps_of_an_affiliation_share_one_record(who):
    procurer, body = procurement.ProcurerFactory(), core.OrganisationFactory()
    at = {"procurer": procurer, "body": body, "today": LATER}
    record_affiliation_event(**who, **at, stage=AffiliationStage.CONTACTED, happened_on=DAY)
    record_affiliation_event(**who, **at, stage=AffiliationStage.AFFILIATED, happened_on=LATER, route="direct")
    assert [event.stage for event in Affiliation.objects.get().events.order_by("happened_on")] == [
        "contacted",
        "affiliated",
    ]


def test_an_affiliation_without_route_is_refused_and_leaves_nothing(who):
    with pytest.raises(ValidationError, match="An affiliation names its route"):
        record_affiliation_event(
            **who,
            procurer=procurement.ProcurerFactory(),
            body=core.OrganisationFactory(),
            stage=AffiliationStage.AFFILIATED,
            happened_on=DAY,
            today=DAY,
        )
    assert not Affiliation.objects.exists()


def test_a_member_and_an_administrator_change_the_choice():
    procurer = procurement.ProcurerFactory()
    member = core.UserFactory(role=Role.PROCURER, organisation=procurer.organisation)
    for user, choice in ((member, "peers"), (core.UserFactory(admin=True), "public")):
        change_buyer_visibility(actor=user, reason="Decided", procurer=procurer, visibility=choice)
        procurer.refresh_from_db()
        assert procurer.buyer_visibility == choice


@pytest.mark.parametrize("role", [Role.PROCURER, Role.PARTNER, Role.MONITOR])
def test_others_may_not_change_it(role):
    with pytest.raises(PermissionDenied):
        change_buyer_visibility(
            actor=core.UserFactory(role=role),
            reason="Curious",
            procurer=procurement.ProcurerFactory(),
            visibility="public",
        )


def test_an_unknown_choice_is_refused():
    procurer = procurement.ProcurerFactory()
    with pytest.raises(ValidationError):
        change_buyer_visibility(
            actor=core.UserFactory(admin=True), reason="Typo", procurer=procurer, visibility="everyone"
        )
