"""The report says of each factory what its page says, and shows nothing hidden."""

import csv
import io
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from core.reports.making import asked_of
from core.reports.report import Format
from procurement.models import ContractLine
from procurement.queries import leverage_of
from procurement.queries.leverages import leverages
from procurement.reports.leverage import FACTORY_LEVERAGE
from supplychain.models import Factory
from tests.factories import core, procurement, supplychain
from tests.procurement import scene
from tests.procurement.reports.making import NOW, document, rows, sheet, writes_every_format, written
from tests.procurement.test_leverage import buys, member_of

pytestmark = pytest.mark.django_db

ANYONE = AnonymousUser()


@pytest.fixture
def model():
    """A model that one factory makes."""
    model = supplychain.ProductModelFactory()
    supplychain.ProductionLinkFactory(product_model=model, factory__name="Longhua Works", cited=True)
    return model


@pytest.fixture
def mixed(model):
    """Buyers of the model of each kind: private, for peers, public."""
    return [
        buys(model, amount, **traits) for amount, traits in ((1, {}), (20, {"peers": True}), (300, {"public": True}))
    ]


def only_row(user, **values):
    (row,) = rows(document(FACTORY_LEVERAGE, user, **values), "factories")
    return row


def figures(row):
    return row["own"], row["others"], row["hidden"], row["contracts"], row.get("spend_eur")


def test_each_viewer_gets_the_figures_of_whom_they_may_see(mixed):
    private, peers, public = mixed
    assert figures(only_row(ANYONE)) == (0, 1, 2, 1, 300)
    assert figures(only_row(core.UserFactory())) == (0, 1, 2, 1, 300)
    assert figures(only_row(core.UserFactory(procurer=True))) == (0, 2, 1, 2, 320)
    assert figures(only_row(member_of(private))) == (1, 2, 0, 3, 321)
    assert figures(only_row(member_of(peers))) == (1, 1, 1, 2, 320)
    assert figures(only_row(member_of(public))) == (1, 1, 1, 2, 320)
    for role in ("monitor", "admin"):
        assert figures(only_row(core.UserFactory(**{role: True}))) == (0, 3, 0, 3, 321)


def test_it_says_what_the_factory_s_page_says(mixed):
    other = supplychain.ProductModelFactory()
    for link in ({}, {"confirmed": True}, {"stage": None}):
        supplychain.ProductionLinkFactory(product_model=other, factory__name=f"Works {len(link)}", **link)
    supplychain.ProductionLinkFactory(brand=other.brand)
    line = buys(other, 5, currency="SEK", public=True)
    buys(other, 7, currency="EUR", buyer=line.contract.buyer)
    buys(other, None, peers=True)
    by_brand = procurement.ContractLineFactory(by_brand=True, contract__buyer__public=True)
    link = supplychain.ProductionLinkFactory(brand=by_brand.brand, basis="contract_disclosure")
    procurement.DisclosedLinkFactory(request__line=by_brand, link=link)
    for user in (ANYONE, core.UserFactory(procurer=True), core.UserFactory(monitor=True), member_of(mixed[0])):
        found = {each.factory_id: each for each in leverages(Factory.objects.all(), user)}
        for factory in Factory.objects.all():
            page = leverage_of(factory, user).by_model
            if not page.procurers_count:
                assert factory.pk not in found
                continue
            each = found[factory.pk]
            assert (each.procurers_count, each.hidden_count) == (page.procurers_count, page.hidden_count)
            assert (each.contracts_count, each.spend) == (page.contracts_count, page.spend)
            assert each.lines_without_value == page.lines_without_value


def test_no_figure_depends_on_a_hidden_amount(mixed):
    before = rows(document(FACTORY_LEVERAGE, ANYONE), "factories"), rows(document(FACTORY_LEVERAGE, ANYONE), "buyers")
    ContractLine.objects.filter(pk__in=[line.pk for line in mixed[:2]]).update(value_amount=999_999)
    assert before == (
        rows(document(FACTORY_LEVERAGE, ANYONE), "factories"),
        rows(document(FACTORY_LEVERAGE, ANYONE), "buyers"),
    )


def test_a_hidden_buyer_s_currency_and_confidence_stay_hidden(model):
    buys(model, 5, currency="SEK")
    row = only_row(ANYONE)
    assert "spend_sek" not in row
    assert (row["confidence"], row["spend"], row["hidden"]) == (None, "", 1)


def test_links_that_the_viewer_may_not_see_lead_nowhere():
    model = supplychain.ProductModelFactory()
    supplychain.ProductionLinkFactory(product_model=model, monitors=True)
    buys(model, 5, public=True)
    assert rows(document(FACTORY_LEVERAGE, ANYONE), "factories") == []
    assert len(rows(document(FACTORY_LEVERAGE, core.UserFactory(monitor=True)), "factories")) == 1


def test_a_disclosure_s_day_is_shown_with_what_it_is_about():
    private = scene.build("private", published=True)
    other = procurement.ContractLineFactory(product_model=private.line.product_model, contract__buyer__public=True)
    assert only_row(ANYONE)["last_disclosure"] is None
    assert only_row(private.member())["last_disclosure"] == private.link.disclosed_in.get().request.answered_on
    assert other.contract.buyer.name in {row["buyer"] for row in rows(document(FACTORY_LEVERAGE, ANYONE), "buyers")}


def test_own_rows_and_those_of_others(mixed):
    own = mixed[1]
    found = rows(document(FACTORY_LEVERAGE, member_of(own)), "buyers")
    assert [(row["buyer"], row["whose"], row["currency"], row["spend"]) for row in found] == [
        (own.contract.buyer.name, "yours", "EUR", Decimal(20)),
        (mixed[2].contract.buyer.name, "another's", "EUR", Decimal(300)),
    ]


def test_filters_pick_factories_and_change_no_figure(model, mixed):
    link = model.links.get()
    other = supplychain.ProductModelFactory()
    supplychain.ProductionLinkFactory(product_model=other, factory=link.factory)
    buys(other, 4000, public=True)
    everything = only_row(ANYONE)
    assert everything["spend_eur"] == 4300
    chosen = {
        "country": link.factory.country_id,
        "brand": link.brand.public_id,
        "category": model.category_id,
        "stage": link.stage_id,
    }
    assert only_row(ANYONE, **chosen) == everything
    for name, value in (
        ("country", core.CountryFactory(code="PH").pk),
        ("brand", supplychain.BrandFactory().public_id),
        ("category", supplychain.ProductCategoryFactory(code="imaging").pk),
        ("stage", supplychain.StageFactory(code="BAT").pk),
    ):
        assert rows(document(FACTORY_LEVERAGE, ANYONE, **{name: value}), "factories") == []


def test_only_factories_behind_own_contracts(mixed):
    stranger, member = core.UserFactory(procurer=True), member_of(mixed[0])
    assert rows(document(FACTORY_LEVERAGE, stranger, own=True), "factories") == []
    assert len(rows(document(FACTORY_LEVERAGE, member, own=True), "factories")) == 1


def test_an_empty_answer_is_a_clear_document():
    empty = document(FACTORY_LEVERAGE, ANYONE)
    assert empty.row_count == 0
    assert not list(empty.charts())
    assert "No factory" in written(empty, Format.HTML).decode()
    writes_every_format(FACTORY_LEVERAGE, empty)


def test_formats_hold_the_same_figures(mixed):
    made = document(FACTORY_LEVERAGE, member_of(mixed[0]))
    files = writes_every_format(FACTORY_LEVERAGE, made)
    text = files[Format.CSV].decode("utf-8-sig")
    (line,) = csv.DictReader(io.StringIO(text))
    (row,) = rows(made, "factories")
    assert (line["own"], line["others"], line["spend_eur"]) == ("1", "2", "321.00")
    heading, cells = sheet(files[Format.XLSX], "Who depends on each factory")
    assert dict(zip(heading, cells, strict=True))["Spend, EUR"] == 321
    assert row["factory"] in heading + cells
    page = files[Format.HTML].decode()
    assert "EUR\xa0321" in page
    assert row["factory_id"] not in page


def test_sources_and_warnings(mixed):
    made = document(FACTORY_LEVERAGE, ANYONE)
    source = mixed[0].product_model.links.get().citations.get().source
    assert [(each.title, each.publisher) for each in made.sources] == [(source.title, source.publisher_name)]
    assert "At 1 factory some buyers are hidden" in made.warnings[0]
    assert not document(FACTORY_LEVERAGE, core.UserFactory(monitor=True)).warnings


def test_the_preview_counts_as_the_report_does(mixed):
    with override("en"):
        first, second = FACTORY_LEVERAGE.preview(asked_of(FACTORY_LEVERAGE, {}, ANYONE, NOW, "en"))
    assert (first.value, second.value) == (1, 1)


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(number, django_assert_max_num_queries):
    for n in range(number):
        model = supplychain.ProductModelFactory()
        supplychain.ProductionLinkFactory(product_model=model, factory__name=f"Works {n}", cited=True)
        buys(model, 10, public=True)
        buys(model, 10)
    with django_assert_max_num_queries(16):
        made = document(FACTORY_LEVERAGE, ANYONE)
        assert (len(rows(made, "factories")), len(rows(made, "buyers"))) == (number, number)
