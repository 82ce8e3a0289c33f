"""All kinds are asked at once; each still forgives typing errors for itself."""

import pytest

from core.found import found_in
from core.models import Organisation, Source
from supplychain.models import Factory
from tests.factories.core import OrganisationFactory, SourceFactory
from tests.factories.supplychain import FactoryFactory, FactoryNameFactory

pytestmark = pytest.mark.django_db


def kinds():
    return {"factories": Factory.objects.all(), "organisations": Organisation.objects.all(), "sources": Source.objects}


def test_one_statement_finds_all_kinds(django_assert_num_queries):
    factory, source = FactoryFactory(name="Lenovo Hefei"), SourceFactory(title="Lenovo list")
    organisation = OrganisationFactory(name="Lenovo")
    with django_assert_num_queries(1):
        found = found_in(kinds(), "lenovo")
    assert found == {"factories": [factory.pk], "organisations": [organisation.pk], "sources": [source.pk]}


def test_a_kind_without_the_word_as_typed_forgives_typing_errors(django_assert_num_queries):
    organisation, factory = OrganisationFactory(name="Lenvo"), FactoryFactory(name="Lenovo Hefei")
    SourceFactory(title="Lenovo list")
    with django_assert_num_queries(3):
        found = found_in(kinds(), "lenvo")
    assert found == {"factories": [factory.pk], "organisations": [organisation.pk]}


def test_a_record_is_found_once_by_several_names():
    factory = FactoryFactory(name="Lenovo Hefei")
    FactoryNameFactory(factory=factory, name="Lenovo LCFC")
    other = FactoryFactory(name="LCFC")
    FactoryNameFactory(factory=other, name="Old Lenovo works")
    assert found_in({"factories": Factory.objects.all()}, "lenovo") == {"factories": [factory.pk, other.pk]}


def test_nothing_typed_and_nothing_asked_find_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert found_in(kinds(), " ") == {}
        assert found_in({}, "lenovo") == {}


def test_names_that_begin_with_the_text_are_among_many(monkeypatch):
    monkeypatch.setattr("core.found.RANKED", 1)
    monkeypatch.setattr("core.querysets.RANKED", 1)
    for number in range(3):
        FactoryFactory(name=f"Works of Lenovo {number}")
    first = FactoryFactory(name="Lenovo Hefei")
    assert first.pk in found_in({"factories": Factory.objects.all()}, "lenovo")["factories"]
