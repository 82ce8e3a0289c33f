"""Reference data: complete, sourced, and loaded twice without a trace."""

import io
import json

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Count

from campaigns.enums.projects import PartnerRole
from campaigns.models import IloConvention, Partner, Project, QuotedTotal
from campaigns.services.reference import TABLES, load_reference
from campaigns.services.reference_files import rows_of
from core.models import Country, Organisation, Source
from procurement.models import LabelScheme
from supplychain.models import MainComponent, Mineral, ProductCategory, Stage

pytestmark = pytest.mark.django_db

STAGES = [
    *("FIN", "CFG", "PCBA", "DSP", "BAT", "BATC", "PSU", "CBL", "ENC", "STO", "CAM", "KEY", "PCB"),
    *("SEM-F", "SEM-P", "PAS", "CHEM", "MAT", "SMT-R", "MINE", "REC"),
]


def snapshot() -> dict[str, list[tuple]]:
    """Every row of the tables and of their history."""
    models = [apps.get_model(table.model) for table in TABLES] + [MainComponent]
    histories = [model.versions.rel.related_model for model in models if hasattr(model, "versions")]
    return {model.__name__: sorted(model.objects.values_list(), key=str) for model in [*models, *histories]}


def test_loading_twice_changes_nothing_and_leaves_no_history() -> None:
    first = load_reference()
    before = snapshot()
    second = load_reference()
    assert (second.created, second.changed, second.unchanged) == (0, 0, first.created)
    assert snapshot() == before


def test_lists_have_the_rows_of_their_standards() -> None:
    load_reference()
    assert Country.objects.count() == 249
    assert list(Stage.objects.values_list("code", flat=True)) == STAGES
    assert ProductCategory.objects.count() == 6
    assert IloConvention.objects.filter(is_fundamental=True).count() == 11
    assert set(IloConvention.objects.filter(is_governance=True).values_list("code", flat=True)) == {
        "C081",
        "C122",
        "C129",
        "C144",
    }
    assert set(Mineral.objects.filter(template="CMRT").values_list("symbol", flat=True)) == {"Sn", "Ta", "W", "Au"}
    assert LabelScheme.objects.count() == 4


def test_every_category_has_main_components() -> None:
    load_reference()
    counted = ProductCategory.objects.annotate(parts=Count("main_components"))
    assert all(category.parts >= 3 for category in counted)
    assert not MainComponent.objects.filter(stage_id="FIN").exists()


def test_the_eleven_partners_are_real_and_led_by_one() -> None:
    load_reference()
    project = Project.objects.get(code="make-ict-fair")
    assert project.participations.exclude(role=PartnerRole.CONSULTANT).count() == 11
    consultant = project.participations.get(role=PartnerRole.CONSULTANT)
    assert str(consultant.partner) == "Fair Trade Advocacy Office"
    assert not Partner.objects.filter(is_demo=True).exists()
    assert str(project.participations.get(role=PartnerRole.LEAD).partner) == "Swedwatch"


def test_quoted_totals_are_those_of_their_sources() -> None:
    load_reference()
    quoted = dict(QuotedTotal.objects.values_list("code", "value"))
    assert quoted == {
        "brands": 60,
        "factories": 176,
        "procurers": 56,
        "institutions-encouraged": 331,
        "procurers-at-events": 1_700,
        "people-engaged": 350_000,
        "active-citizens": 400_000,
        "people-reached": 150_000_000,
    }
    assert QuotedTotal.objects.get(code="factories").source.title == "Make ICT Fair (2021)"


def test_every_row_has_a_source_with_publisher_and_where_to_find_it() -> None:
    load_reference()
    own = ["main-components-proposal", "stages-of-ict-hardware"]
    assert sorted(Source.objects.filter(url="").values_list("code", flat=True)) == own
    assert not Source.objects.filter(retrieved_on=None).exclude(code__in=own).exists()
    for table in TABLES[1:]:
        rows = rows_of(table.model.split(".")[0], table.name)
        assert rows
        assert all(row["source"] for row in rows), table.name


def test_a_code_list_follows_its_file_again() -> None:
    load_reference()
    Stage.objects.filter(code="FIN").update(name="Something else")
    assert load_reference().changed == 1
    assert Stage.objects.get(code="FIN").name == "Final assembly, test and packing"


def test_what_administrators_edited_stays() -> None:
    load_reference()
    Organisation.objects.filter(name="Swedwatch").update(city="Elsewhere")
    MainComponent.objects.filter(category_id="phones").exclude(stage_id="DSP").delete()
    assert load_reference().changed == 0
    assert Organisation.objects.get(name="Swedwatch").city == "Elsewhere"
    assert MainComponent.objects.filter(category_id="phones").count() == 1


def test_the_command_says_what_it_did() -> None:
    out = io.StringIO()
    call_command("load_reference", stdout=out)
    assert "created, 0 changed, 0 unchanged" in out.getvalue()
    out = io.StringIO()
    call_command("load_reference", "--json", stdout=out)
    summary = json.loads(out.getvalue().splitlines()[-1])
    assert (summary["created"], summary["changed"]) == (0, 0)
