"""Misspelt words are compared with the words of names, which are never missing."""

import re

import pytest
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from core.models import NameWord, Organisation
from core.near_words import near_words
from core.services.words import rebuild_words, searched_tables
from supplychain.models import Factory
from tests.factories.core import NameWordFactory, OrganisationFactory
from tests.factories.procurement import ContractFactory
from tests.factories.supplychain import FactoryFactory, FactoryNameFactory, ProductModelFactory

WORDS = ["Foxconn", "Hon", "Hai", "Łódź", "Zhengzhou", "Électronique", "B&O", "富士康 Tech", "a", "100%", "ЗАВОД"]


def known():
    return set(NameWord.objects.values_list("word", flat=True))


def expected():
    """Folded words of all names, split by a program of another make."""
    found = set()
    with connection.cursor() as cursor:
        for table in searched_tables():
            cursor.execute(f"SELECT search_text FROM {connection.ops.quote_name(table)}")  # noqa: S608
            for (text,) in cursor.fetchall():
                found |= set(re.split(r"[\s!-/:-@\[-`{-~\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+", text))
    return {word for word in found if 2 <= len(word) <= 60}


@pytest.mark.django_db
def test_every_table_that_is_searched_teaches_its_words():
    OrganisationFactory(name="Learned organisation")
    factory = FactoryFactory(name="Learned factory")
    FactoryNameFactory(factory=factory, name="Learned alias")
    ProductModelFactory(name="Learned model")
    ContractFactory(title="Learned contract", reference="Ref-77")
    assert {"organisation", "factory", "alias", "model", "contract", "ref", "77"} <= known()
    assert known() == expected()


class AnyWrites(TestCase):
    """Whatever is written, no word of a name is missing; after a rebuild there is none besides."""

    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["add", "bulk", "rename", "delete", "rebuild"]),
                st.permutations(WORDS),
                st.integers(1, 3),
            ),
            min_size=1,
            max_size=12,
        )
    )
    def test_no_word_is_missing(self, writes):
        for write, words, number in writes:
            name = " ".join(words[:number])
            some = Organisation.objects.order_by("pk").values("pk")[:number]
            if write == "add":
                OrganisationFactory(name=name)
            elif write == "bulk":
                Organisation.objects.bulk_create(OrganisationFactory.build(name=f"{name} {word}") for word in words[:2])
            elif write == "rename":
                Organisation.objects.filter(pk__in=some).update(name=name)
            elif write == "delete":
                Organisation.objects.filter(pk__in=some).delete()
            else:
                rebuild_words()
            assert expected() <= known()
        rebuild_words()
        assert known() == expected()
        assert NameWord.objects.count() == len(known())


@pytest.mark.django_db
def test_the_nearest_words_come_first_and_none_twice():
    for word in ["electronics", "electronics", "electronic", "electric", "plastics"]:
        NameWordFactory(word=word)
    near = near_words(["elektronics"])["elektronics"]
    assert near[0] == "electronics"
    assert len(near) == len(set(near))
    assert "plastics" not in near


@pytest.mark.django_db
def test_words_that_hold_the_typed_one_need_no_forgiving():
    NameWordFactory(word="electronics")
    assert near_words(["electronic"]) == {"electronic": []}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("honhai", ["Hon Hai Precision"]),
        ("HonHai precison", ["Hon Hai Precision"]),
        ("foxcom", ["Foxconn Zhengzhou"]),
        ("foxconn zengzhou", ["Foxconn Zhengzhou"]),
        ("zengzhou foxcon", ["Foxconn Zhengzhou"]),
        ("zengzhou hon", []),
        ("qqqqqq", []),
        ("100%%%%", []),
    ],
)
def test_typing_errors_in_any_word(text, names):
    for name in ("Hon Hai Precision", "Foxconn Zhengzhou", "Other Works"):
        FactoryFactory(name=name)
    assert sorted(factory.name for factory in Factory.objects.all().matching(text)) == names


@pytest.mark.django_db
def test_names_that_begin_with_the_text_come_before_a_thousand_others():
    FactoryFactory(name="Zeta Électronique")
    for number in range(3):
        FactoryFactory(name=f"Électronique {number}")
    nearest = [factory.name for factory in Factory.objects.all().nearest_first("electronique")]
    assert nearest == ["Électronique 0", "Électronique 1", "Électronique 2", "Zeta Électronique"]
