"""Real published lists, where they are at hand (`ICTFAIR_REALDATA`), import with the mappings of this project."""

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from core.importers.kinds import import_kinds
from core.importers.parse.countries import LANGUAGES, Countries, _published_names
from core.importers.pipeline import ImportRequest, ImportResult, run_import
from core.models import Organisation
from supplychain.models import Company, Factory, LinkCitation, ProductionLink, RelationCitation, SupplyRelation
from tests.conftest import BASE_DIR
from tests.factories.core import CountryFactory, SourceFactory
from tests.factories.supplychain import ProductCategoryFactory
from tests.importing import NOW, codes, verdicts

REAL = Path(os.environ.get("ICTFAIR_REALDATA", BASE_DIR.parent / "shared" / "data"))
APPLE = REAL / "suppliers" / "apple_supplier_list_2012-2022.cwgroup.csv"
pytestmark = pytest.mark.django_db


def needs(path: Path) -> Any:
    return pytest.mark.skipif(not path.exists(), reason=f"{path.name} is not here; ICTFAIR_REALDATA names its folder")


@pytest.fixture(autouse=True)
def _reference() -> None:
    """All countries that have a name in CLDR, and the product categories."""
    assert "en" in LANGUAGES
    source = SourceFactory()
    for code in sorted({*_published_names().values()} - {"EU", "UN", "EZ", "ZZ", "XA", "XB", "QO"}):
        CountryFactory(code=code, source=source)
    for code in ("computers", "displays", "printing", "enterprise", "phones"):
        ProductCategoryFactory(code=code, source=source)


def read(path: Path, kind: str, mapping: str) -> ImportResult:
    request = ImportRequest(
        kind=import_kinds()[kind],
        file_name=path.name,
        data=path.read_bytes(),
        source_code=path.stem.split("_")[0],
        mapping=json.loads((BASE_DIR / mapping).read_text()),
    )
    return run_import(request, actor=None, reason="Real list", clock=lambda: NOW)


def by_source(model: Any) -> dict[str, int]:
    """Citations by year of the list."""
    return dict(sorted(Counter(code[-4:] for code in model.objects.values_list("source__code", flat=True)).items()))


@needs(APPLE)
def test_ten_lists_of_one_brand_are_read_whole_and_once() -> None:
    mapping = "supplychain/importers/mappings/apple.json"
    first = read(APPLE, "factories", mapping)
    assert {**first.summary(), "run": ""} == {
        "read": 7558,
        "created": 3753,
        "changed": 3803,
        "unchanged": 2,
        "review": 0,
        "rejected": 0,
        "warnings": 797,
        "run": "",
    }
    made = (Factory, Company, ProductionLink, SupplyRelation)
    assert [model.objects.count() for model in made] == [2688, 470, 2688, 1065]
    assert sum(by_source(LinkCitation).values()) == 5490
    assert list(by_source(LinkCitation)) == ["2012", "2013", "2014", "2015", "2016", "2017", "2018"]
    assert list(by_source(RelationCitation)) == ["2020", "2021", "2022"]
    found = Counter(code for row in codes(first.run) for code in row)
    assert (found["line-break"], found["blank-word"], found["word-split"], found["po-box"]) == (78, 16, 42, 8)
    assert not Organisation.objects.filter(is_demo=True).exists()
    assert Factory.objects.exclude(location_source__is_public=True).count() == 0
    again = read(APPLE, "factories", mapping)
    assert Counter(verdicts(again.run)) == {"unchanged": 7558}
    assert not any(again.figures.values())


SUPPLIES, BUYERS = "supplychain/importers/mappings", "procurement/importers/mappings"
LISTS = [
    ("suppliers/boavizta_product_footprints_us.csv", "brands", f"{SUPPLIES}/boavizta_brands.json"),
    ("suppliers/boavizta_product_footprints_us.csv", "products", f"{SUPPLIES}/boavizta_footprints.json"),
    ("suppliers/energystar_computers_2020.csv", "products", f"{SUPPLIES}/energystar_computers.json"),
    ("procurers/ted_organisations_sample.csv", "procurers", f"{BUYERS}/ted_organisations.json"),
    ("procurers/okfn_publicbodies.csv.gz", "procurers", f"{BUYERS}/okfn_publicbodies.json"),
]


@pytest.mark.parametrize(("name", "kind", "mapping"), [pytest.param(*one, marks=needs(REAL / one[0])) for one in LISTS])
def test_other_lists_are_read_with_few_rejections_and_once(name: str, kind: str, mapping: str) -> None:
    first = read(REAL / name, kind, mapping).run
    assert first.created_count > 0
    assert first.rejected_count + first.review_count < first.read_count * 0.05
    again = read(REAL / name, kind, mapping).run
    assert (again.created_count, again.changed_count) == (0, 0)
    assert again.rejected_count == first.rejected_count


def test_the_countries_of_european_notices_are_known() -> None:
    countries = Countries([("GB", "GBR", "United Kingdom"), ("GR", "GRC", "Greece")])
    assert (countries.read("UK"), countries.read("EL")) == (("GB", True), ("GR", True))
