"""The return holds the lines of its months and no others, and its totals are those of the lines."""

import csv
import datetime
import io
from collections import Counter
from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.translation import override

from core.enums import Role
from core.reports.making import asked_of
from core.reports.report import Format
from core.services.jobs import Refused
from procurement.models import ContractLine
from procurement.reports.affiliate_return import AFFILIATE_RETURN
from tests.factories import core, procurement, supplychain
from tests.procurement import scene
from tests.procurement.reports.making import NOW, document, rows, sheet, writes_every_format, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def buyer():
    supplychain.StageFactory()
    return procurement.ProcurerFactory(name="City of Ljubljana")


@pytest.fixture
def member(buyer):
    return core.UserFactory(role=Role.PROCURER, organisation=buyer.organisation)


def bought(buyer, day, amount=None, currency="EUR", **more):
    """A line of a contract of `buyer` that begins on `day`."""
    value = {"value_amount": amount, "currency": core.CurrencyFactory(code=currency)} if amount is not None else {}
    dates = {"contract__starts_on": day, "contract__ends_on": None, "contract__signed_on": None}
    return procurement.ContractLineFactory(
        contract__buyer=buyer, period_from=None, period_to=None, **dates, **value, **more
    )


def day(text):
    return datetime.date.fromisoformat(text)


def test_only_lines_inside_the_twelve_months(buyer, member):
    """On 24 November 2026: 1 November 2025 to 31 October 2026."""
    for text in ("2025-10-31", "2025-11-01", "2026-10-31", "2026-11-01"):
        bought(buyer, day(text), description=text, by_brand=True)
    found = rows(document(AFFILIATE_RETURN, member), "lines")
    assert [row["begins"] for row in found] == [day("2025-11-01"), day("2026-10-31")]


def test_a_line_s_own_period_goes_before_the_contract_s_days(buyer, member):
    line = bought(buyer, day("2024-01-01"))
    line.period_from = day("2026-02-03")
    line.save()
    signed = bought(buyer, None)
    signed.contract.signed_on = day("2026-03-04")
    signed.contract.save()
    found = rows(document(AFFILIATE_RETURN, member), "lines")
    assert [row["begins"] for row in found] == [day("2026-02-03"), day("2026-03-04")]


def test_lines_without_a_day_are_told(buyer, member):
    bought(buyer, None)
    made = document(AFFILIATE_RETURN, member, period="all")
    assert (rows(made, "lines"), made.warnings) == (
        [],
        ["1 contract line states no day and is therefore in no period."],
    )


def test_totals_equal_the_contract_lines(buyer, member):
    model = supplychain.ProductModelFactory(name="Ultrabook 14")
    first = bought(buyer, day("2026-01-01"), "100.50", product_model=model, quantity=10)
    procurement.ContractLineFactory(contract=first.contract, number=2, product_model=model, quantity=None)
    bought(buyer, day("2026-02-01"), "2000", "SEK", product_model=model, quantity=5)
    bought(buyer, day("2026-03-01"), "7", quantity=None)
    bought(procurement.ProcurerFactory(), day("2026-03-01"), "999")
    made = document(AFFILIATE_RETURN, member)
    ultrabook = next(row for row in rows(made, "models") if row["product"] == "Ultrabook 14")
    assert (ultrabook["units"], ultrabook["contracts"]) == (15, 2)
    assert (ultrabook["spend_eur"], ultrabook["spend_sek"]) == (Decimal("100.50"), 2000)
    assert (ultrabook["lines_without_quantity"], ultrabook["lines_without_value"]) == (1, 1)
    sums: Counter[str] = Counter()
    for line in ContractLine.objects.filter(contract__buyer=buyer, value_amount__isnull=False):
        sums[line.currency_id] += line.value_amount
    for code, total in sums.items():
        assert sum(row[f"spend_{code.lower()}"] or 0 for row in rows(made, "models")) == total
        assert sum(row["value"] or 0 for row in rows(made, "lines") if row["currency"] == code) == total
    assert sum(row["units"] or 0 for row in rows(made, "models")) == 15


def test_factories_and_how_sure(buyer):
    found = scene.build("private")
    found.contract.starts_on = day("2026-01-01")
    found.contract.save()
    made = document(AFFILIATE_RETURN, found.member())
    (model,) = rows(made, "models")
    assert (model["product"], model["confirmed"], model["suspected"]) == ("Ultrabook 14", 1, 0)
    assert [(row["factory"], row["confidence"]) for row in rows(made, "factories")] == [("Longhua Works", "Confirmed")]
    (known,) = rows(made, "known")
    assert (known["confirmed"], known["suspected"], known["unknown"]) == (1, 0, 0)
    source = found.link.citations.get().source
    assert source.title in [each.title for each in made.sources]


def test_a_link_that_the_buyer_may_not_see_is_no_factory(buyer, member):
    line = bought(buyer, day("2026-01-01"))
    supplychain.ProductionLinkFactory(product_model=line.product_model, monitors=True)
    assert rows(document(AFFILIATE_RETURN, member), "factories") == []
    admin = core.UserFactory(admin=True)
    assert len(rows(document(AFFILIATE_RETURN, admin, procurer=buyer.public_id), "factories")) == 1


def test_who_may_make_it(member):
    made_by = [core.UserFactory(**{role: True}) for role in ("partner", "monitor")]
    assert [AFFILIATE_RETURN.may_make(user) for user in (AnonymousUser(), core.UserFactory(), *made_by)] == [False] * 4
    assert AFFILIATE_RETURN.may_make(member)
    assert AFFILIATE_RETURN.may_make(core.UserFactory(admin=True))


@pytest.mark.parametrize("visibility", ["private", "peers", "public"])
def test_it_is_made_for_the_own_organisation_alone(visibility, member):
    other = procurement.ProcurerFactory(buyer_visibility=visibility)
    with override("en"), pytest.raises(Refused, match="Public buyer"):
        document(AFFILIATE_RETURN, member, procurer=other.public_id)
    assert document(AFFILIATE_RETURN, core.UserFactory(admin=True), procurer=other.public_id).subtitle == other.name


def test_who_buys_for_one_need_not_choose(buyer, member):
    assert document(AFFILIATE_RETURN, member).subtitle == buyer.name
    core.MembershipFactory(user=member, role=Role.PROCURER, organisation=procurement.ProcurerFactory().organisation)
    del member.__dict__["_access"]
    with override("en"), pytest.raises(Refused, match="Public buyer"):
        document(AFFILIATE_RETURN, member)


def test_an_empty_return_is_a_clear_document(member):
    empty = document(AFFILIATE_RETURN, member)
    assert (empty.row_count, list(empty.charts())) == (0, [])
    assert "No contract line begins in this period" in written(empty, Format.HTML).decode()
    writes_every_format(AFFILIATE_RETURN, empty)


def test_formats_hold_the_same_figures(buyer, member):
    bought(buyer, day("2026-01-01"), "1234.50", quantity=3, product_model__name="=SUM(A1)")
    made = document(AFFILIATE_RETURN, member)
    files = writes_every_format(AFFILIATE_RETURN, made)
    (line,) = csv.DictReader(io.StringIO(files[Format.CSV].decode("utf-8-sig")))
    assert (line["product"], line["units"], line["spend_eur"]) == ("'=SUM(A1)", "3", "1234.50")
    heading, cells = sheet(files[Format.XLSX], "What was bought")
    values = dict(zip(heading, cells, strict=True))
    assert (values["Product"], values["Units"], values["Spend, EUR"]) == ("=SUM(A1)", 3, 1234.5)


def test_the_preview_counts_as_the_report_does(buyer, member):
    bought(buyer, day("2026-01-01"))
    with override("en"):
        asked = asked_of(AFFILIATE_RETURN, {"period": ["twelve-months"]}, member, NOW, "en")
        assert [figure.value for figure in AFFILIATE_RETURN.preview(asked)] == [1, 1]


@pytest.mark.parametrize("number", [1, 3])
def test_the_number_of_queries_does_not_grow(number, buyer, member, django_assert_max_num_queries):
    for _n in range(number):
        line = bought(buyer, day("2026-01-01"), "1")
        supplychain.ProductionLinkFactory(product_model=line.product_model, cited=True)
    with django_assert_max_num_queries(20):
        assert len(rows(document(AFFILIATE_RETURN, member), "factories")) == number
