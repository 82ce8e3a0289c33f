"""Lists of brands and product models make each record once and fill blanks only."""

import pytest

from core.importers.pipeline import ImportResult
from core.models import Organisation
from supplychain.models import Brand, ProductModel
from tests.factories.supplychain import BrandFactory, CompanyFactory, ProductCategoryFactory, ProductModelFactory
from tests.importing import SOURCE, codes, countries, run, verdicts

pytestmark = pytest.mark.django_db
MAPPING = {"source": SOURCE, "values": {"category": {"Notebook": "computers"}}}
HEADER = "brand,model,type,model number,sku\n"


@pytest.fixture(autouse=True)
def _reference() -> None:
    countries()
    ProductCategoryFactory(code="computers")
    ProductCategoryFactory(code="phones")


def listed(*rows: str) -> ImportResult:
    return run("products", HEADER + "".join(f"{row}\n" for row in rows), MAPPING)


def test_models_are_recorded_under_their_brand() -> None:
    result = listed('Lumen,Book 13,Notebook,LB13,"A1; A2"', "Lumen Inc.,Phone 2,phones,,")
    book, phone = ProductModel.objects.order_by("name")
    assert (book.brand, phone.brand) == (Brand.objects.get(),) * 2
    assert (book.category_id, book.regulatory_model, book.part_numbers) == ("computers", "LB13", ["A1", "A2"])
    assert (book.source.code, phone.category_id, result.figures) == ("test-list", "phones", {"brands": 1, "models": 2})


def test_the_same_list_again_changes_nothing() -> None:
    rows = ["Lumen,Book 13,Notebook,LB13,A1", "Lumen,BOOK  13,Notebook,lb-13,A2", "Lumen,Book 13,Notebook,LB14,"]
    assert verdicts(listed(*rows).run) == ["created", "changed", "created"]
    assert ProductModel.objects.get(regulatory_model="LB13").part_numbers == ["A1", "A2"]
    again = listed(*rows)
    assert verdicts(again.run) == ["unchanged"] * 3
    assert not any(again.figures.values())


def test_new_part_numbers_are_added_to_a_model_on_record() -> None:
    model = ProductModelFactory(name="Book 13", brand=BrandFactory(name="Lumen"), part_numbers=["A1"])
    assert verdicts(listed("Lumen,Book 13,Notebook,,A1;A2", "Lumen,Book 13,Notebook,,A3").run) == ["changed"] * 2
    model.refresh_from_db()
    assert model.part_numbers == ["A1", "A2", "A3"]


def test_a_merged_model_does_not_come_back() -> None:
    brand = BrandFactory(name="Lumen")
    survivor = ProductModelFactory(name="Book", brand=brand)
    ProductModelFactory(name="Book 13", brand=brand, merged_into=survivor)
    listed("Lumen,Book 13,Notebook,,A1")
    survivor.refresh_from_db()
    assert survivor.part_numbers == ["A1"]
    assert ProductModel.objects.count() == 2


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Lumen,Book 13,Toaster,,", "category-unknown"),
        ("Lumen,,Notebook,,", "value-missing"),
        (",Book 13,Notebook,,", "value-missing"),
        (f"Lumen,{'x' * 301},Notebook,,", "text-too-long"),
    ],
)
def test_rows_that_cannot_be_used_say_why(row: str, code: str) -> None:
    result = listed(row, "Lumen,Book 14,Notebook,,")
    assert (verdicts(result.run), codes(result.run)[0]) == (["rejected", "created"], [code])


def test_doubtful_parts_of_a_row_are_told() -> None:
    result = listed(f"Lumen,Book 13,Notebook,,{'9' * 81}", "Lumen,Book 13,phones,,")
    assert codes(result.run) == [["part-too-long"], ["category-differs"]]
    assert ProductModel.objects.get().part_numbers == []


def test_a_brand_that_two_records_are_called_waits_for_review() -> None:
    for _ in range(2):
        BrandFactory(name="Lumen")
    assert codes(listed("Lumen,Book 13,Notebook,,").run) == [["name-ambiguous"]]
    assert not ProductModel.objects.exists()


def test_brands_are_recorded_once_and_blanks_filled() -> None:
    brand = BrandFactory(name="Lumen Inc.")
    text = (
        "brand,country,url,supplier list\n"
        "Lumen,DE,lumen.example,https://lumen.example/suppliers\n"
        "Nimbus,,no address,\n"
        "Nimbus,VN,,https://nimbus.example/list\n"
    )
    result = run("brands", text, {"source": SOURCE})
    assert verdicts(result.run) == ["changed", "created", "changed"]
    assert codes(result.run) == [["address-completed"], ["address-form"], []]
    brand.refresh_from_db()
    assert (brand.organisation.country_id, brand.organisation.website) == ("DE", "https://lumen.example")
    assert brand.supplier_list_url == "https://lumen.example/suppliers"
    nimbus = Brand.objects.get(organisation__name="Nimbus")
    assert (nimbus.organisation.country_id, nimbus.supplier_list_url) == ("VN", "https://nimbus.example/list")
    assert verdicts(run("brands", text, {"source": SOURCE}).run) == ["unchanged"] * 3


def test_a_company_that_is_a_brand_too_gets_the_profile() -> None:
    company = CompanyFactory(name="Lumen")
    text = "brand,supplier list\nLumen,https://lumen.example/list\n"
    assert verdicts(run("brands", text, {"source": SOURCE}).run) == ["created"]
    assert Organisation.objects.get().brand.supplier_list_url == "https://lumen.example/list"
    assert company.organisation == Organisation.objects.get()
