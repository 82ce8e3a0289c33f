"""Synthetic rows: as many as asked for, the same for the same seed, flagged, and purged without a trace."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count

from campaigns.services.demo.purging import purge_demo
from campaigns.services.scale.copying import Stream, text_of
from campaigns.services.scale.seeding import AlreadyThere, seed_scale
from campaigns.services.scale.words import identifiers
from core.models import Organisation
from core.public_ids import normalise_public_id
from procurement.models import Contract, Procurer
from supplychain.models import Factory, FactoryFacet, ProductionLink
from supplychain.services.rollups import rebuild_facets


def facets() -> list[tuple]:
    return sorted(FactoryFacet.objects.values_list("factory", "dimension", "value", "level"))


@pytest.mark.django_db
def test_factories_have_four_links_of_four_brands_with_history_and_roll_up() -> None:
    summary = seed_scale(factories=60, seed=5)
    assert (summary["factories"], summary["links"]) == (60, 240)
    counted = Factory.objects.annotate(brands=Count("links__brand", distinct=True))
    assert {factory.brands for factory in counted} == {4}
    assert Factory.versions.rel.related_model.objects.exclude(pgh_context=None).count() == 60
    assert not ProductionLink.objects.filter(is_demo=False).exists()
    assert not ProductionLink.objects.exclude(audience="named").filter(readers__isnull=False).exists()
    made = facets()
    rebuild_facets()
    assert made == facets()
    assert Procurer.objects.values("buyer_visibility").distinct().count() == 3
    assert Contract.objects.filter(lines__product_model__isnull=False).distinct().count() == 200


@pytest.mark.django_db
def test_the_same_seed_gives_the_same_rows_and_purging_takes_them_all() -> None:
    seed_scale(factories=20, seed=5)
    first = sorted(Factory.objects.values_list("public_id", "name", "latin_reading"))
    with pytest.raises(AlreadyThere):
        seed_scale(factories=20, seed=5)
    purge_demo()
    assert not Factory.objects.exists()
    assert not Organisation.objects.filter(is_demo=True).exists()
    seed_scale(factories=20, seed=5)
    assert sorted(Factory.objects.values_list("public_id", "name", "latin_reading")) == first
    seed_scale(factories=5, seed=6)
    assert Factory.objects.count() == 25


@pytest.mark.django_db
def test_the_command_sums_up_and_refuses_what_makes_no_sense() -> None:
    out = io.StringIO()
    call_command("seed_scale", "--factories", "3", "--seed", "9", "--json", stdout=out)
    assert json.loads(out.getvalue())["links"] == 12
    with pytest.raises(CommandError, match="Rows of seed 9 are there already"):
        call_command("seed_scale", "--factories", "3", "--seed", "9")
    with pytest.raises(CommandError, match="above zero"):
        call_command("seed_scale", "--factories", "0")
    with pytest.raises(CommandError, match="above zero"):
        call_command("seed_scale", "--activities", "-1")


def test_identifiers_are_distinct_and_valid() -> None:
    numbers = identifiers("F", 3)
    made = [next(numbers) for _ in range(5000)]
    assert len(set(made)) == 5000
    assert all(normalise_public_id(each, "F") == each for each in made)


def test_values_are_written_as_copy_reads_them() -> None:
    assert [text_of(value) for value in (None, True, False, "a\tb\\", ["x", "y"], 4)] == [
        "\\N",
        "t",
        "f",
        "a\\tb\\\\",
        "{x,y}",
        "4",
    ]


def test_a_stream_gives_its_lines_piece_by_piece() -> None:
    stream = Stream(iter(["abc\n", "de\n", "f\n"]))
    assert [stream.read(3), stream.read(3), stream.read()] == ["abc", "\nde", "\nf\n"]
    assert stream.read(3) == ""
