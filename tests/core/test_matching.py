"""How a typed text finds names, in every script."""

import pytest

from core.models import Organisation
from supplychain.models import Factory
from tests.factories.core import OrganisationFactory, SourceFactory
from tests.factories.supplychain import BrandFactory, FactoryFactory, FactoryNameFactory

pytestmark = pytest.mark.django_db


def found(text: str) -> list[str]:
    return sorted(Organisation.objects.matching(text).values_list("name", flat=True))


@pytest.fixture
def _names():
    for name, local in [
        ("Hon Hai Precision", "富士康科技集团"),
        ("Lenovo Group", ""),
        ("Завод Микрон", ""),
        ("Εργοστάσιο Αθηνών", ""),
        ("Čínská továrna", ""),
        ("東芝", ""),
        ("삼성전자", ""),
        ("AAC Technologies", ""),
        ("100% Recycled_Parts", ""),
    ]:
        OrganisationFactory(name=name, name_local=local)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("lenovo", ["Lenovo Group"]),
        ("LENOVO group", ["Lenovo Group"]),
        ("group lenovo", ["Lenovo Group"]),
        ("enov", ["Lenovo Group"]),
        ("lenvo", ["Lenovo Group"]),
        ("technologes", ["AAC Technologies"]),
        ("富士康", ["Hon Hai Precision"]),
        ("富士", ["Hon Hai Precision"]),
        ("康", ["Hon Hai Precision"]),
        ("富康", []),
        ("fushikang", ["Hon Hai Precision"]),
        ("fu shi kang", ["Hon Hai Precision"]),
        ("富士康 hon", ["Hon Hai Precision"]),
        ("микрон", ["Завод Микрон"]),
        ("zavod", ["Завод Микрон"]),
        ("ΑΘΗΝΩΝ", ["Εργοστάσιο Αθηνών"]),
        ("αθηνων", ["Εργοστάσιο Αθηνών"]),
        ("cinska", ["Čínská továrna"]),
        ("東芝", ["東芝"]),
        ("芝", ["東芝"]),
        ("삼성", ["삼성전자"]),
        ("aa", ["AAC Technologies"]),
        ("ac", []),
        ("100%", ["100% Recycled_Parts"]),
        ("d_p", ["100% Recycled_Parts"]),
        ("nobody at all", []),
        ("", []),
        ("   ", []),
    ],
)
@pytest.mark.usefixtures("_names")
def test_a_text_finds_names(text, names):
    assert found(text) == names


@pytest.mark.usefixtures("_names")
def test_typing_errors_are_forgiven_only_where_nothing_is_written_so():
    OrganisationFactory(name="Lenvo Trading")
    assert found("lenvo") == ["Lenvo Trading"]


def test_the_nearest_name_comes_first():
    for name in ("New Delta Works", "Delta Electronics", "Delta", "Deltan Components"):
        OrganisationFactory(name=name)
    names = [organisation.name for organisation in Organisation.objects.nearest_first("delta")]
    assert names == ["Delta", "Delta Electronics", "Deltan Components", "New Delta Works"]


def test_another_name_of_a_factory_finds_it_once():
    factory = FactoryFactory(name="Longhua Plant")
    for name in ("Foxconn Longhua", "Foxconn Shenzhen"):
        FactoryNameFactory(factory=factory, name=name, source=SourceFactory())
    assert list(Factory.objects.matching("foxconn")) == [factory]
    assert list(Factory.objects.nearest_first("foxconn")) == [factory]


def test_a_profile_is_found_by_its_organisation():
    brand = BrandFactory(organisation=OrganisationFactory(name="Fairphone"))
    BrandFactory(organisation=OrganisationFactory(name="Dell"))
    assert list(type(brand).objects.matching("fairphone")) == [brand]
    assert list(type(brand).objects.nearest_first("fairphon")) == [brand]
