"""The answer of one contract: what is confirmed, suspected, asked and missing."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.enums import Role
from procurement.queries import answer as answer_module
from procurement.queries import contract_factories
from procurement.queries import evidence as evidence_module
from supplychain.enums import Basis
from tests.factories import core, procurement, supplychain

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 6, 1)
ANYONE = AnonymousUser()


@pytest.fixture
def contract():
    supplychain.StageFactory()
    return procurement.ContractFactory(buyer__public=True)


@pytest.fixture
def line(contract):
    return procurement.ContractLineFactory(contract=contract)


def makes(line, **also):
    return supplychain.ProductionLinkFactory(product_model=line.product_model, **also)


def answer_to(contract, user=ANYONE):
    return contract_factories(contract, user, TODAY)


def only_line(contract, user=ANYONE):
    (answer,) = answer_to(contract, user).lines
    return answer


def factories(rows):
    return [row.factory for row in rows]


def test_a_confirming_basis_that_names_the_model_confirms(contract, line):
    link = makes(line, confirmed=True)
    answer = only_line(contract)
    assert factories(answer.confirmed) == [link.factory]
    assert answer.suspected == ()
    assert not answer.confirmed[0].for_contract


@pytest.mark.parametrize("basis", Basis.values)
def test_each_basis_falls_on_its_side(contract, line, basis):
    makes(line, basis=basis)
    answer = only_line(contract)
    confirming = basis in ("contract_disclosure", "model_disclosure", "certificate", "monitoring")
    assert (len(answer.confirmed), len(answer.suspected)) == ((1, 0) if confirming else (0, 1))


def test_a_link_for_the_brand_is_suspected_whatever_its_basis(contract, line):
    link = supplychain.ProductionLinkFactory(brand=line.brand, confirmed=True)
    answer = only_line(contract)
    assert factories(answer.suspected) == [link.factory]
    assert (answer.confirmed, answer.suspected[0].by_brand, answer.suspected_count) == ((), True, 1)


def test_a_link_for_another_model_of_the_brand_says_nothing(contract, line):
    other = supplychain.ProductModelFactory(brand=line.brand)
    supplychain.ProductionLinkFactory(product_model=other, confirmed=True)
    answer = only_line(contract)
    assert (answer.confirmed, answer.suspected) == ((), ())


def test_a_disclosed_link_is_confirmed_for_this_contract(contract, line):
    link = makes(line, basis=Basis.CONTRACT_DISCLOSURE)
    request = procurement.DisclosureRequestFactory(line=line, answered=True, published=True)
    procurement.DisclosedLinkFactory(request=request, link=link)
    answer = only_line(contract)
    assert [row.for_contract for row in answer.confirmed] == [True]
    assert [row.state for row in answer.answered] == ["full"]
    assert answer.asked == ()


def test_a_disclosure_for_another_contract_does_not_confirm_for_this_one(contract, line):
    link = makes(line, basis=Basis.CONTRACT_DISCLOSURE)
    other = procurement.ContractLineFactory(product_model=line.product_model)
    procurement.DisclosedLinkFactory(request__line=other, link=link)
    assert [row.for_contract for row in only_line(contract).confirmed] == [False]


def test_a_link_disclosed_for_a_line_without_model_is_confirmed_for_this_contract(contract):
    line = procurement.ContractLineFactory(contract=contract, by_brand=True)
    link = supplychain.ProductionLinkFactory(brand=line.brand, basis=Basis.CONTRACT_DISCLOSURE)
    procurement.DisclosedLinkFactory(request__line=line, link=link)
    answer = only_line(contract)
    assert factories(answer.confirmed) == [link.factory]
    assert (answer.confirmed[0].for_contract, answer.suspected) == (True, ())


def test_a_line_without_model_suspects_makers_of_its_kind_of_goods_alone(contract):
    line = procurement.ContractLineFactory(contract=contract, by_brand=True)
    same = supplychain.ProductModelFactory(brand=line.brand, category=line.category)
    other = supplychain.ProductModelFactory(
        brand=line.brand, category=supplychain.ProductCategoryFactory(code="mobile")
    )
    kept = supplychain.ProductionLinkFactory(product_model=same, confirmed=True)
    supplychain.ProductionLinkFactory(product_model=other, confirmed=True)
    answer = only_line(contract)
    assert (factories(answer.suspected), answer.confirmed) == ([kept.factory], ())


def test_what_the_brand_lists_adds_nothing_to_what_is_known_for_the_model(contract, line):
    link = makes(line, confirmed=True)
    supplychain.ProductionLinkFactory(brand=line.brand, factory=link.factory)
    supplychain.ProductionLinkFactory(brand=line.brand, factory=link.factory, stage=None)
    assert only_line(contract).suspected_count == 0


def test_statements_of_one_factory_stand_together_strongest_first(contract, line):
    weak = makes(line)
    makes(line, factory=weak.factory, basis=Basis.CERTIFICATE)
    answer = only_line(contract)
    assert [statement.link.basis for statement in answer.confirmed[0].statements] == ["certificate", "brand_list"]
    assert answer.suspected == ()


def test_a_replaced_link_says_nothing(contract, line):
    makes(line, superseded_by=supplychain.ProductionLinkFactory())
    assert only_line(contract).suspected_count == 0


@pytest.mark.parametrize(("last_seen", "counted"), [("2025-12-31", 0), ("2026-01-01", 1)])
def test_a_link_that_ended_before_the_contract_began_says_nothing(contract, line, last_seen, counted):
    day = datetime.date.fromisoformat(last_seen)
    makes(line, first_seen=None, last_seen=day)
    supplychain.ProductionLinkFactory(brand=line.brand, first_seen=None, last_seen=day)
    assert only_line(contract).suspected_count == 2 * counted


def test_links_for_others_stay_hidden(contract, line):
    makes(line, confirmed=True, monitors=True)
    supplychain.ProductionLinkFactory(brand=line.brand, monitors=True)
    hidden = only_line(contract)
    assert (hidden.confirmed, hidden.suspected_count) == ((), 0)
    shown = only_line(contract, core.UserFactory(role=Role.MONITOR))
    assert (len(shown.confirmed), shown.suspected_count) == (1, 1)


def test_a_private_source_shows_its_kind_and_date_alone(contract, line):
    source = core.SourceFactory(private=True, kind="disclosure")
    supplychain.LinkCitationFactory(link=makes(line), source=source, locator="row 7")
    (cited,) = only_line(contract).suspected[0].statements[0].cited
    assert (cited.source, cited.locator, str(cited.kind)) == (None, "", "Disclosure by a supplier or brand")
    (cited,) = only_line(contract, core.UserFactory(monitor=True)).suspected[0].statements[0].cited
    assert (cited.source, cited.locator) == (source, "row 7")


def test_the_latest_sources_are_shown_and_the_earlier_ones_counted(contract, line):
    link = makes(line)
    cited = [
        supplychain.LinkCitationFactory(link=link, seen_on=datetime.date(year, 1, 1)) for year in (2021, 2023, 2022)
    ]
    (statement,) = only_line(contract).suspected[0].statements
    assert [row.source for row in statement.latest_cited] == [cited[1].source, cited[2].source]
    assert statement.more_cited == 1


def test_long_lists_are_cut_and_counted(contract, line, monkeypatch):
    monkeypatch.setattr(evidence_module, "SHOWN_BY_BRAND", 2)
    supplychain.ProductionLinkFactory.create_batch(3, brand=line.brand)
    answer = only_line(contract)
    assert (len(answer.suspected), answer.suspected_count, answer.final_assembly.suspected) == (2, 3, 3)


def test_of_many_confirmed_factories_some_are_shown_and_all_counted(client, contract, line, monkeypatch):
    monkeypatch.setattr(answer_module, "SHOWN_OF_LINE", 2)
    confirmed = [makes(line, confirmed=True).factory for _ in range(3)]
    answer = only_line(contract)
    assert (len(answer.confirmed), len(answer.shown_confirmed), answer.more_confirmed) == (3, 2, 1)
    page = client.get(contract.get_absolute_url()).content.decode()
    assert sum(factory.public_id in page for factory in confirmed) == 2
    assert f"?product={line.product_model.public_id}" in page


def test_of_many_suspected_factories_some_are_shown_and_all_counted(contract, line, monkeypatch):
    monkeypatch.setattr(answer_module, "SHOWN_OF_LINE", 2)
    for _ in range(3):
        makes(line)
    answer = only_line(contract)
    assert (len(answer.suspected), len(answer.shown_suspected), answer.not_shown) == (3, 2, 1)


@pytest.mark.parametrize(
    ("fields", "state", "days"),
    [
        ({"due_on": TODAY}, "open", 0),
        ({"due_on": TODAY - datetime.timedelta(days=1)}, "overdue", 1),
        ({"unanswered": True, "due_on": TODAY - datetime.timedelta(days=5)}, "none", 5),
        ({"refused": True}, "refused", 0),
    ],
)
def test_requests_without_answer_say_how_they_stand(contract, line, fields, state, days):
    request = procurement.DisclosureRequestFactory(line=line, published=True, **fields)
    assert [(row.request, row.state, row.days_overdue) for row in only_line(contract).asked] == [(request, state, days)]


def test_a_request_that_is_not_published_is_the_buyers(contract, line):
    procurement.DisclosureRequestFactory(line=line)
    buyer = core.UserFactory(role=Role.PROCURER, organisation=contract.buyer.organisation)
    assert only_line(contract).asked == ()
    assert len(only_line(contract, buyer).asked) == 1


def test_gaps_are_final_assembly_and_main_components_that_nobody_names(contract, line):
    supplychain.MainComponentFactory(category=line.category, stage__code="BAT")
    supplychain.MainComponentFactory(category=line.category, stage__code="DSP")
    makes(line, stage__code="BAT")
    answer = only_line(contract)
    assert [stage.code for stage in answer.missing] == ["FIN", "DSP"]
    assert [(row.stage.code, row.confirmed, row.suspected) for row in answer.stages] == [
        ("FIN", 0, 0),
        ("BAT", 0, 1),
        ("DSP", 0, 0),
    ]


def test_the_summary_counts_models_once(contract, line):
    twice = procurement.ContractLineFactory(contract=contract, product_model=line.product_model)
    makes(twice, confirmed=True)
    suspected = procurement.ContractLineFactory(contract=contract)
    makes(suspected)
    unknown = procurement.ContractLineFactory(contract=contract)
    supplychain.MainComponentFactory(category=unknown.category, stage__code="BAT")
    procurement.ContractLineFactory(contract=contract, by_brand=True)
    procurement.DisclosureRequestFactory(line=unknown, published=True)
    summary = answer_to(contract).summary
    assert (summary.models, summary.models_confirmed, summary.models_suspected) == (3, 1, 1)
    assert (summary.models_without_site, summary.lines_without_model) == (1, 1)
    assert (summary.unanswered, summary.overdue, summary.unknown_components) == (1, 1, 4)


def test_a_contract_without_lines_has_an_empty_answer(contract):
    answer = answer_to(contract)
    assert (answer.shows_lines, answer.lines, answer.summary.models) == (True, (), 0)


@pytest.mark.parametrize(
    ("visibility", "viewer", "shown"),
    [
        ("private", "stranger", False),
        ("private", "peer", False),
        ("private", "buyer", True),
        ("private", "partner", False),
        ("private", "monitor", True),
        ("peers", "stranger", False),
        ("peers", "peer", True),
        ("public", "stranger", True),
    ],
)
def test_the_buyer_decides_who_sees_what_stands_behind(visibility, viewer, shown):
    supplychain.StageFactory()
    contract = procurement.ContractFactory(noticed=True, buyer__buyer_visibility=visibility)
    makes(procurement.ContractLineFactory(contract=contract))
    users = {
        "stranger": lambda: ANYONE,
        "peer": lambda: core.UserFactory(procurer=True),
        "buyer": lambda: core.UserFactory(role=Role.PROCURER, organisation=contract.buyer.organisation),
        "partner": lambda: core.UserFactory(partner=True),
        "monitor": lambda: core.UserFactory(monitor=True),
    }
    answer = answer_to(contract, users[viewer]())
    assert (answer.shows_lines, len(answer.lines)) == (shown, int(shown))


def test_the_number_of_queries_does_not_grow(contract):
    def asked_for(count):
        for _ in range(count):
            line = procurement.ContractLineFactory(contract=contract)
            link = makes(line, confirmed=True, cited=True)
            supplychain.ProductionLinkFactory(brand=line.brand, cited=True)
            request = procurement.DisclosureRequestFactory(line=line, answered=True, published=True)
            procurement.DisclosedLinkFactory(request=request, link=link)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            for answer in answer_to(contract).lines:
                for row in [*answer.confirmed, *answer.suspected]:
                    assert str(row.factory.country), row.stage.name
                    assert all(cited.source.title for made in row.statements for cited in made.cited)
        return len(queries)

    assert asked_for(1) == asked_for(2) == 12
