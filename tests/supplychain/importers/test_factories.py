"""A brand's supplier lists become factories, suspected links and supply relations, once each."""

import datetime
import itertools
from typing import Any

import pytest
from django.apps import apps

from core.importers.pipeline import ImportResult
from core.models import Organisation, Source
from supplychain.enums import FactoryStatus
from supplychain.models import (
    Brand,
    Company,
    Factory,
    FactoryStatement,
    LinkCitation,
    ProductionLink,
    RelationCitation,
    SupplyRelation,
)
from tests.factories.core import SourceFactory
from tests.factories.supplychain import (
    BrandFactory,
    CompanyFactory,
    FactoryFactory,
    ProductionLinkFactory,
    StageFactory,
)
from tests.importing import SOURCE, codes, countries, run, verdicts

pytestmark = pytest.mark.django_db

MAPPING: dict[str, Any] = {
    "constants": {"brand": "Lumen"},
    "source": {**SOURCE, "granularity": "site", "seen_on": "{edition}-01-01"},
    "editions": {"column": "year", "each": {"2020": {"granularity": "region"}, "2021": {"granularity": "region"}}},
}
HEADER = "year,supplier,country,address\n"
SITE_A = "Aurora Circuits Co. Ltd.,China,No 8 Test Road Longhua Shenzhen Guangdong China\n"
SITE_B = "Borealis Parts Inc.,China,No 21 Other Road Kunshan Jiangsu China\n"


def listed(*rows: str, **options: Any) -> ImportResult:
    return run("factories", HEADER + "".join(rows), options.pop("mapping", MAPPING), **options)


@pytest.fixture(autouse=True)
def _countries() -> None:
    countries()


def events() -> int:
    """Snapshots that history has of every model of the register."""
    models = [apps.get_model("supplychain", f"{name}Version") for name in ("Factory", "ProductionLink", "LinkCitation")]
    models += [apps.get_model("supplychain", f"{name}Version") for name in ("SupplyRelation", "FactoryStatement")]
    models += [apps.get_model("core", f"{name}Version") for name in ("Organisation", "Source")]
    return sum(model.objects.count() for model in models)


def seen() -> dict[str, tuple[int, int | None]]:
    return {
        link.factory.name: (link.first_seen.year, link.last_seen.year if link.last_seen else None)
        for link in ProductionLink.objects.select_related("factory")
    }


def test_a_site_becomes_a_factory_with_a_suspected_public_link() -> None:
    result = listed("2016," + SITE_A)
    factory = Factory.objects.get()
    link = ProductionLink.objects.get()
    source = Source.objects.get(code="test-list-2016")
    assert (factory.name, factory.country_id, factory.status) == (
        "Aurora Circuits Co. Ltd.",
        "CN",
        FactoryStatus.UNCONFIRMED,
    )
    assert factory.address == "No 8 Test Road Longhua Shenzhen Guangdong China"
    assert (factory.location_source, factory.operator.name, factory.is_demo) == (source, factory.name, False)
    assert (link.confidence, link.stage, link.product_model, link.audience) == ("suspected", None, None, "public")
    assert (link.first_seen, link.last_seen) == (datetime.date(2016, 1, 1), None)
    assert (link.brand.name, link.citations.get().locator) == ("Lumen", "row 2")
    assert (source.title, source.sha256, list(result.run.sources.all())) == ("List 2016", result.run.sha256, [source])
    assert result.summary() | {"run": ""} == {
        "read": 1,
        "created": 1,
        "changed": 0,
        "unchanged": 0,
        "review": 0,
        "rejected": 0,
        "warnings": 0,
        "run": "",
    }


def test_every_write_is_in_history_under_the_run() -> None:
    result = listed("2016," + SITE_A)
    version = apps.get_model("supplychain", "FactoryVersion").objects.get()
    assert version.pgh_context.metadata["batch"] == result.run.public_id
    assert version.pgh_context.metadata["reason"] == "Test import"


def test_importing_the_same_list_again_changes_nothing() -> None:
    rows = ["2014," + SITE_A, "2015," + SITE_A, "2015," + SITE_B, "2020,Aurora Circuits,China,Guangdong\n"]
    listed(*rows)
    before = (events(), dict(Factory.objects.values_list("pk", "updated_at")))
    again = listed(*rows)
    assert verdicts(again.run) == ["unchanged"] * 4
    assert not any(again.figures.values())
    assert (events(), dict(Factory.objects.values_list("pk", "updated_at"))) == before


def test_a_trial_tells_the_same_and_records_nothing() -> None:
    rows = ["2014," + SITE_A, "2015," + SITE_B]
    trial = listed(*rows, dry_run=True)
    assert (trial.run.state, verdicts(trial.run)) == ("previewed", ["created", "created"])
    assert not Factory.objects.exists()
    assert not Source.objects.filter(code__startswith="test-list").exists()
    real = listed(*rows)
    assert (real.run.state, {**real.summary(), "run": ""}) == ("completed", {**trial.summary(), "run": ""})
    assert real.figures == trial.figures


def test_spellings_of_one_site_are_one_factory_under_its_newest_name() -> None:
    result = listed(
        "2014,Aurora Circuits Co Ltd,China,No.8 Test Rd Long-hua Shenzhen Guang- dong China\n",
        "2016," + SITE_A,
        "2015,AURORA CIRCUITS COMPANY LIMITED,China,8 Test Road Longhua ShenzhenGuangdongChina\n",
    )
    assert verdicts(result.run) == ["created", "changed", "changed"]
    assert codes(result.run) == [["word-split"], [], ["words-glued"]]
    assert Factory.objects.get().name == "Aurora Circuits Co. Ltd."
    assert set(FactoryStatement.objects.filter(property="address").values_list("value", flat=True)) == {
        "No.8 Test Rd Long-hua Shenzhen Guangdong China",
        "No 8 Test Road Longhua Shenzhen Guangdong China",
        "8 Test Road Longhua ShenzhenGuangdong China",
    }
    assert Company.objects.count() == 1


def test_addresses_that_differ_by_a_number_are_two_factories_and_said_to_be() -> None:
    result = listed("2016," + SITE_A, "2016," + SITE_A.replace("No 8", "No 18"))
    assert Factory.objects.count() == 2
    assert codes(result.run) == [["number-differs"], ["number-differs"]]


def test_a_site_that_a_later_list_leaves_out_ends_and_is_not_deleted() -> None:
    listed("2014," + SITE_A, "2014," + SITE_B, "2015," + SITE_B, "2016," + SITE_B)
    assert seen() == {"Aurora Circuits Co. Ltd.": (2014, 2015), "Borealis Parts Inc.": (2014, None)}


def test_lists_of_regions_end_no_site_and_become_relations() -> None:
    result = listed(
        "2014," + SITE_A,
        "2020,Aurora Circuits,China,Guangdong\n",
        "2021,Aurora Circuits,China,\nGuang-Dong\n".replace("\nGuang", '"\nGuang').replace("Dong\n", 'Dong"\n'),
        "2021,Borealis Parts,China,NA\n",
    )
    assert seen() == {"Aurora Circuits": (2014, None)} or seen() == {"Aurora Circuits Co. Ltd.": (2014, None)}
    assert Factory.objects.count() == 1
    relations = SupplyRelation.objects.order_by("pk").values_list("region", "country_id", "first_seen", "last_seen")
    assert list(relations) == [
        ("Guangdong", "CN", datetime.date(2020, 1, 1), None),
        ("", "CN", datetime.date(2021, 1, 1), None),
    ]
    assert codes(result.run)[2:] == [["line-break"], ["blank-word", "region-missing"]]
    assert RelationCitation.objects.count() == 3


def test_the_order_of_imports_does_not_matter_for_what_is_seen_when() -> None:
    years = {"2013": [SITE_A, SITE_B], "2014": [SITE_B], "2015": [SITE_A], "2016": [SITE_B]}
    expected = {"Aurora Circuits Co. Ltd.": (2013, 2016), "Borealis Parts Inc.": (2013, None)}
    for order in itertools.permutations(years):
        for year in order:
            listed(*(f"{year},{row}" for row in years[year]))
        assert seen() == expected, order
        LinkCitation.objects.all().delete()
        ProductionLink.objects.all().delete()


def test_a_mended_row_opens_its_link_again() -> None:
    listed("2014," + SITE_A, "2014," + SITE_B, "2015," + SITE_A.replace("China,No", "Chima,No"), "2015," + SITE_B)
    assert seen()["Aurora Circuits Co. Ltd."] == (2014, 2015)
    mended = listed("2015," + SITE_A)
    assert verdicts(mended.run) == ["changed"]
    assert seen()["Aurora Circuits Co. Ltd."] == (2014, None)


@pytest.mark.parametrize(
    ("row", "field", "code"),
    [
        ("2016,Aurora,China,\n", "address", "address-missing"),
        ("2016,Aurora,China,#REF!\n", "address", "address-missing"),
        ("2016,Aurora,China,N/A\n", "address", "address-missing"),
        ("2016,Aurora,China,---\n", "address", "address-missing"),
        ("2016,,China,No 8 Test Road Longhua Shenzhen\n", "company", "value-missing"),
        ("2016,Aurora,,No 8 Test Road Longhua Shenzhen\n", "country", "value-missing"),
        ("2016,Aurora,Asia,No 8 Test Road Longhua Shenzhen\n", "country", "country-unknown"),
        (f"2016,Aurora,China,{'No 8 Test Road ' * 40}\n", "address", "text-too-long"),
        (",Aurora,China,No 8 Test Road Longhua Shenzhen\n", "year", "edition-missing"),
        ("20l6,Aurora,China,No 8 Test Road Longhua Shenzhen\n", "", "edition-unknown"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_field_and_reason(row: str, field: str, code: str) -> None:
    result = listed("2016," + SITE_B, row)
    assert verdicts(result.run) == ["created", "rejected"]
    message = result.run.rows.get(number=3).messages[-1]
    assert (message["field"], message["code"]) == (field, code)
    assert message["text"]
    assert Factory.objects.count() == 1
    assert result.run.rows.get(number=3).raw["supplier"] == row.split(",")[1]


def test_a_site_that_is_listed_twice_is_said_to_be() -> None:
    result = listed("2016," + SITE_A, "2016," + SITE_A)
    assert verdicts(result.run) == ["created", "unchanged"]
    assert codes(result.run) == [[], ["row-doubled"]]


def test_names_that_differ_by_blanks_only_stay_apart_with_a_remark() -> None:
    result = listed("2016," + SITE_A, "2016," + SITE_A.replace("Aurora Circuits", "AuroraCircuits"))
    assert Company.objects.count() == 2
    assert codes(result.run) == [["name-similar"], ["name-similar"]]


def test_a_company_that_two_records_are_called_waits_for_review() -> None:
    for _ in range(2):
        CompanyFactory(name="Aurora Circuits Ltd")
    result = listed("2016," + SITE_A)
    assert (verdicts(result.run), codes(result.run)) == (["review"], [["name-ambiguous"]])
    assert not Factory.objects.exists()
    assert result.run.warning_count == 0


def test_a_site_that_two_factories_may_be_waits_for_review() -> None:
    company = CompanyFactory(name="Aurora Circuits")
    for _ in range(2):
        FactoryFactory(operator=company, address="8 Test Road Longhua Shenzhen Guangdong")
    result = listed("2016," + SITE_A)
    assert (verdicts(result.run), codes(result.run)) == (["review"], [["site-ambiguous"]])
    assert not ProductionLink.objects.exists()


def test_a_brand_that_two_records_are_called_waits_for_review() -> None:
    for _ in range(2):
        BrandFactory(name="Lumen")
    assert codes(listed("2016," + SITE_A).run) == [["name-ambiguous"]]


def test_records_on_file_are_found_by_present_and_former_names() -> None:
    brand = BrandFactory(name="Lumen Inc.")
    company = CompanyFactory(name="Aurora Circuits")
    company.organisation.name = "Aurora Holding"
    company.organisation.save()
    listed("2016," + SITE_A)
    assert ProductionLink.objects.get().brand == brand
    assert Factory.objects.get().operator == company
    assert Organisation.objects.count() == 2


def test_a_brand_that_supplies_is_one_body_with_two_profiles() -> None:
    listed("2016," + SITE_A.replace("Aurora Circuits Co. Ltd.", "Lumen Corp."))
    assert Brand.objects.get().organisation == Company.objects.get().organisation
    brand = BrandFactory(name="Nimbus")
    listed("2016," + SITE_B.replace("Borealis Parts Inc.", "Nimbus Ltd"))
    assert brand.organisation.company.factories.count() == 1


def test_two_bodies_of_one_name_get_no_further_profile() -> None:
    for _ in range(2):
        BrandFactory(name="Aurora Circuits")
    assert codes(listed("2016," + SITE_A).run) == [["name-ambiguous"]]


def test_demo_records_never_match() -> None:
    demo = BrandFactory(name="Lumen", is_demo=True)
    CompanyFactory(name="Aurora Circuits", is_demo=True)
    listed("2016," + SITE_A)
    assert Brand.objects.exclude(pk=demo.pk).count() == 1
    assert Company.objects.filter(is_demo=False).count() == 1


def test_what_a_person_corrected_stays_and_is_still_found() -> None:
    listed("2016," + SITE_A)
    Factory.objects.update(name="Aurora Longhua plant", address="Gate 3, 8 Test Road")
    ProductionLink.objects.update(audience="monitors", last_seen=datetime.date(2017, 5, 1))
    again = listed("2016," + SITE_A)
    assert verdicts(again.run) == ["unchanged"]
    assert Factory.objects.get().address == "Gate 3, 8 Test Road"
    assert ProductionLink.objects.get().last_seen == datetime.date(2017, 5, 1)


def test_a_merged_factory_does_not_come_back() -> None:
    listed("2016," + SITE_A)
    merged = Factory.objects.get()
    survivor = FactoryFactory(name="Survivor")
    Factory.objects.filter(pk=merged.pk).update(merged_into=survivor)
    ProductionLink.objects.update(factory=survivor)
    assert verdicts(listed("2016," + SITE_A).run) == ["unchanged"]
    assert verdicts(listed("2017," + SITE_A).run) == ["changed"]
    assert Factory.objects.current().count() == 1
    assert ProductionLink.objects.get().factory == survivor


def test_a_merged_link_does_not_come_back() -> None:
    listed("2016," + SITE_A)
    merged = ProductionLink.objects.get()
    survivor = ProductionLinkFactory(brand=merged.brand, stage=None, basis="brand_list")
    ProductionLink.objects.filter(pk=merged.pk).update(merged_into=survivor)
    listed("2017," + SITE_A)
    assert ProductionLink.objects.count() == 2
    assert survivor.citations.get().source.code == "test-list-2017"


def test_a_public_list_opens_an_address_that_only_a_private_source_stated() -> None:
    company = CompanyFactory(name="Aurora Circuits")
    site = FactoryFactory(
        operator=company, address="8 Test Road Longhua Shenzhen Guangdong", location_source=SourceFactory(private=True)
    )
    assert verdicts(listed("2016," + SITE_A, "2016," + SITE_A).run) == ["created", "unchanged"]
    site.refresh_from_db()
    assert site.location_source.code == "test-list-2016"


def test_a_list_that_is_not_public_opens_nothing() -> None:
    company = CompanyFactory(name="Aurora Circuits")
    site = FactoryFactory(operator=company, address="8 Test Road Longhua Shenzhen Guangdong")
    listed("2016," + SITE_A, mapping={**MAPPING, "source": {**MAPPING["source"], "is_public": False}})
    site.refresh_from_db()
    assert site.location_source is None


def test_columns_for_site_name_point_and_stage_are_taken_over() -> None:
    StageFactory(code="FIN")
    text = (
        "brand,company,factory,local name,city,zip,province,country,address,lat,lng,stage\n"
        "Lumen,Aurora,Plant 2,极光二厂,Shenzhen,518000,Guangdong,CN,8 Test Road Longhua Shenzhen,22.6,114.0,fin\n"
        "Lumen,Aurora,Plant 3,,Shenzhen,,,CN,88 Other Road Longhua Shenzhen,0,0,XYZ\n"
        "Lumen,Aurora,Plant 4,,Shenzhen,,,CN,89 Other Road Longhua Shenzhen,north,114,\n"
    )
    result = run("factories", text, {"source": SOURCE})
    one, two, three = Factory.objects.order_by("name")
    assert (one.name, one.name_local, one.latin_reading[:3], one.locality) == ("Plant 2", "极光二厂", "ji ", "Shenzhen")
    assert (one.postal_code, one.subdivision, one.latitude, one.point_source) == ("518000", "Guangdong", 22.6, "given")
    assert (one.links.get().stage_id, two.links.get().stage_id) == ("FIN", None)
    assert (two.latitude, three.latitude) == (None, None)
    assert codes(result.run) == [[], ["point-form", "code-unknown", "number-differs"], ["point-form", "number-differs"]]


def test_the_day_of_import_counts_where_the_source_has_none() -> None:
    run("factories", "brand,company,country,address\nLumen," + SITE_A, {"source": SOURCE})
    assert ProductionLink.objects.get().first_seen == datetime.date(2026, 3, 1)


def test_a_source_on_record_is_used_and_not_altered() -> None:
    source = SourceFactory(code="test-list", granularity="region", published_on=datetime.date(2019, 5, 1))
    run("factories", "brand,company,country,address\nLumen,Aurora,China,Guangdong\n", {"source": SOURCE})
    source.refresh_from_db()
    assert source.title.startswith("Source")
    assert SupplyRelation.objects.get().first_seen == datetime.date(2019, 5, 1)


def test_the_number_of_queries_does_not_grow_with_the_rows(django_assert_max_num_queries: Any) -> None:
    listed("2013," + SITE_A)
    rows = [f"2014,{SITE_A.replace('No 8', f'No {number}')}" for number in range(100, 400)]
    with django_assert_max_num_queries(60):
        assert listed(*rows).run.created_count == 300
