"""Recording factories with who stated what."""

import pytest
from django.core.exceptions import ValidationError

from supplychain.models import FactoryStatement
from supplychain.services.factories import Stated, create_factory, update_factory
from tests.factories.core import DAY, CountryFactory, SourceFactory
from tests.factories.supplychain import CompanyFactory

pytestmark = pytest.mark.django_db


def stated(**source):
    return Stated(source=SourceFactory(**source), stated_on=DAY, locator="page 3")


def create(statement=None, **values):
    given = {"name": "Hua Precision", "country": CountryFactory()} | values
    return create_factory(actor=None, reason="Test", stated=statement or stated(), **given)


def statements(factory):
    return sorted(factory.statements.values_list("property", "value"))


def test_every_value_of_a_new_factory_has_a_statement():
    operator = CompanyFactory(name="Hua Group")
    factory = create(
        name_local="华精密",
        name_local_lang="zh-Hans",
        address="8 Test Road",
        latitude=22.5,
        longitude=114.0,
        point_precision="street",
        point_source="given",
        workers_min=100,
        workers_max=200,
        operator=operator,
        status="operating",
        subdivision="",
    )
    assert statements(factory) == [
        ("address", "8 Test Road"),
        ("country", "CN"),
        ("name", "Hua Precision"),
        ("name_local", "华精密"),
        ("operator", "Hua Group"),
        ("point", "22.500000, 114.000000"),
        ("status", "operating"),
        ("workers", "100-200"),
    ]
    local = factory.statements.get(property="name_local")
    assert (local.language, local.locator, local.stated_on) == ("zh-Hans", "page 3", DAY)


def test_an_address_rests_on_the_source_that_states_it():
    statement = stated(private=True)
    assert create(statement, address="8 Test Road").location_source == statement.source
    assert create().location_source is None


def test_an_update_shows_the_new_value_and_keeps_the_old_statement():
    factory = create(workers_min=100)
    later = stated()
    changed = update_factory(factory=factory, actor=None, reason="Test", stated=later, workers_min=300, name="Hua 2")
    assert sorted(changed) == ["name", "workers_min"]
    factory.refresh_from_db()
    assert (factory.name, factory.workers_min) == ("Hua 2", 300)
    assert sorted(factory.statements.filter(property="workers").values_list("value", flat=True)) == ["100", "300"]


def test_a_value_stated_again_is_a_further_statement_and_no_change():
    factory = create()
    before = factory.versions.count()
    assert update_factory(factory=factory, actor=None, reason="T", stated=stated(), name=factory.name) == []
    assert (factory.statements.filter(property="name").count(), factory.versions.count()) == (2, before)


def test_a_new_place_names_its_source():
    factory, statement = create(), stated()
    update_factory(factory=factory, actor=None, reason="T", stated=statement, address="9 Test Road")
    factory.refresh_from_db()
    assert factory.location_source == statement.source


def test_a_point_taken_away_leaves_no_empty_statement():
    place = {"latitude": 1.5, "longitude": 2.5, "point_precision": "town", "point_source": "manual"}
    factory = create(**place)
    nowhere = dict.fromkeys(("latitude", "longitude")) | {"point_precision": "none", "point_source": ""}
    update_factory(factory=factory, actor=None, reason="T", stated=stated(), **nowhere)
    assert factory.statements.filter(property="point").count() == 1


def test_what_breaks_a_rule_leaves_nothing():
    with pytest.raises(ValidationError, match="below the least"):
        create(workers_min=9, workers_max=8)
    assert not FactoryStatement.objects.exists()
