"""The demonstration: exact totals, every state, nothing real, the same every time."""

import datetime
import io
import json
import re

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, Q

from campaigns.models import GroupPost, Partner
from campaigns.services.demo.purging import demo_models, history_of
from campaigns.services.demo.seeding import OtherVersion, seed_demo
from campaigns.services.demo.sources import MARKER
from campaigns.services.demo.world import rows_of
from core.enums import Audience
from core.lookup import Merged, find
from core.models import Organisation, Source, User
from procurement.enums import (
    AffiliationRoute,
    AffiliationStage,
    BuyerVisibility,
    DisclosureAnswer,
    NonDisclosureReason,
)
from procurement.models import (
    Affiliation,
    AffiliationEvent,
    Contract,
    ContractLine,
    DisclosedLink,
    DisclosureRequest,
    Procurer,
)
from supplychain.enums import Basis, FactoryStatus
from supplychain.models import Brand, Factory, FactoryFacet, ProductCategory, ProductionLink, ProductModel, Stage
from tests.campaigns.demo.conftest import TODAY
from tests.campaigns.demo.real_names import REAL_NAMES
from tests.factories.core import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def values(queryset, name: str) -> set:
    return set(queryset.values_list(name, flat=True))


def test_it_has_60_brands_176_factories_and_56_procurers() -> None:
    assert Brand.objects.count() == 60
    assert Factory.objects.current().count() == 176
    assert Factory.objects.count() == 177
    assert Procurer.objects.count() == 56


def test_only_reference_rows_are_not_flagged() -> None:
    real = {model.__name__: model.objects.filter(is_demo=False).count() for model in demo_models()}
    assert {name: count for name, count in real.items() if count} == {
        "DuesBand": 6,
        "Indicator": 9,
        "IndicatorPeriod": 11,
        "Organisation": 16,
        "Partner": 12,
        "PolicyFile": 6,
        "PolicyRecommendation": 6,
        "Project": 1,
        "ProjectPartner": 12,
        "Publication": 9,
        "PublicationParty": 8,
        "PublicationSubject": 28,
        "QuotedGroupSize": 3,
        "Result": 2,
        "Source": 34,
        "WorkingGroup": 2,
    }


def test_seeding_again_changes_nothing() -> None:
    before = state()
    assert seed_demo(today=TODAY + datetime.timedelta(days=400)) is False
    assert state() == before


def state() -> dict[str, list[tuple]]:
    models = [model for model in demo_models() if model not in (User, GroupPost)]
    histories = filter(None, map(history_of, models))
    return {
        **{
            model.__name__: sorted(model.objects.values_list("pk", "updated_at"))
            for model in models
            if model not in (User, GroupPost)
        },
        **{model.__name__: sorted(model.objects.values_list("pk")) for model in histories},
    }


def test_rows_of_another_version_are_not_mixed_with_these() -> None:
    Source.objects.filter(code=MARKER).update(document="version 0")
    with pytest.raises(OtherVersion):
        seed_demo(today=TODAY)
    with pytest.raises(CommandError, match="Run purge_demo first"):
        call_command("seed_demo")


def test_identifiers_are_the_same_in_every_installation() -> None:
    assert Factory.objects.get(name="Hengyu Precision Zhengzhou Plant 1").public_id == "F-Q4YR-M119-7G"


def test_links_of_every_basis_audience_and_stage_are_there() -> None:
    links = ProductionLink.objects.current()
    assert values(links, "basis") == set(Basis.values)
    assert values(links, "audience") == set(Audience.values)
    assert values(links, "stage") == {None, *Stage.objects.values_list("code", flat=True)}
    assert not links.filter(citations=None).exists()
    assert not Factory.objects.current().filter(links=None).exists()
    assert links.filter(superseded_by__isnull=False).exists()
    assert links.filter(last_seen__isnull=False).exists()
    assert not links.filter(audience=Audience.NAMED, readers=None).exists()
    years = {day.year for day in links.filter(first_seen__isnull=False).values_list("first_seen", flat=True)}
    assert years >= set(range(2018, 2027))


def test_the_roll_up_is_ready() -> None:
    assert FactoryFacet.objects.filter(dimension="brand").exists()


def test_some_models_have_no_assembly_and_some_brands_nothing_at_all() -> None:
    of_model = ProductModel.objects.annotate(assembly=Count("links", filter=Q(links__stage="FIN")))
    assert of_model.filter(assembly=0).count() > 50
    assert of_model.filter(assembly__gt=0).count() > 100
    assert Brand.objects.filter(links=None).count() == 3
    assert values(ProductModel.objects.all(), "category") == values(ProductCategory.objects.all(), "code")


def test_a_few_campuses_serve_many_brands() -> None:
    served = Factory.objects.annotate(brands=Count("links__brand", distinct=True)).order_by("-brands")
    assert served[4].brands >= 15
    assert Factory.objects.exclude(campus=None).count() == 8


def test_factories_closed_moved_and_merged() -> None:
    assert values(Factory.objects.all(), "status") == set(FactoryStatus.values)
    assert Factory.objects.filter(status=FactoryStatus.MOVED).exclude(successor=None).count() == 3
    double = Factory.objects.exclude(merged_into=None).get()
    with pytest.raises(Merged) as merged:
        find(Factory.objects.current(), double.public_id)
    assert merged.value.survivor.name == "Hengyu Precision Zhengzhou Plant 1"


def test_addresses_of_all_degrees() -> None:
    assert Factory.objects.filter(location_source__is_public=False).count() >= 10
    assert Factory.objects.exclude(address="").filter(location_source=None).count() >= 3
    assert Factory.objects.filter(address="").count() >= 5
    assert len(values(Factory.objects.all(), "point_precision")) == 5


def test_points_lie_by_their_town() -> None:
    towns = {row["town"]: row for row in rows_of("places")}
    for factory in Factory.objects.exclude(latitude=None):
        town = towns[factory.locality]
        assert factory.country_id == town["country"]
        assert abs(factory.latitude - float(town["latitude"])) < 0.05
        assert abs(factory.longitude - float(town["longitude"])) < 0.05


def test_names_stand_in_many_scripts() -> None:
    languages = values(Factory.objects.all(), "name_local_lang") | values(Organisation.objects.all(), "name_local_lang")
    assert languages >= {"zh-Hans", "zh-Hant", "ja", "ko", "vi", "th", "el", "bg", "uk", "hi", "ta"}
    assert not Factory.objects.filter(name_local_lang="zh-Hans", latin_reading="").exists()


def test_requests_of_every_answer_and_reason() -> None:
    requests = DisclosureRequest.objects.all()
    assert values(requests, "answer") == {"", *DisclosureAnswer.values}
    assert values(requests, "reason") == {"", *NonDisclosureReason.values}
    assert requests.filter(answer="", due_on__lt=TODAY).count() >= 5
    assert requests.filter(answer="", due_on__gte=TODAY).count() >= 5
    assert values(requests, "is_published") == {True, False}
    assert not requests.filter(answered_on__gt=TODAY).exists()
    assert DisclosedLink.objects.count() > 100


def test_buyers_of_all_visibilities_have_contracts() -> None:
    assert values(Contract.objects.all(), "buyer__buyer_visibility") == set(BuyerVisibility.values)
    assert values(Contract.objects.filter(notice__isnull=True), "buyer__buyer_visibility") == set(
        BuyerVisibility.values
    )
    assert ContractLine.objects.filter(product_model=None).exists()


def test_a_contract_is_worth_its_lines() -> None:
    for contract in Contract.objects.prefetch_related("lines"):
        assert contract.value_amount == sum(line.value_amount for line in contract.lines.all())


def test_the_buyer_of_the_login_sees_every_state_on_its_contracts() -> None:
    contracts = Contract.objects.filter(buyer__organisation__name="Region Solvåna")
    assert contracts.count() == 4
    states = values(contracts, "lines__disclosure_requests__answer")
    assert states == {None, "", "full", "partial", "refused", "none"}


def test_affiliations_stand_on_every_stage_by_every_route() -> None:
    affiliations = Affiliation.objects.with_stage_on(TODAY, UserFactory(admin=True))
    assert values(affiliations, "stage") == set(AffiliationStage.values)
    assert values(AffiliationEvent.objects.all(), "route") == {"", *AffiliationRoute.values}
    assert not AffiliationEvent.objects.filter(happened_on__gt=TODAY).exists()
    assert values(affiliations, "body__name") == {
        "Electronics Watch",
        "Circular and Fair ICT Pact",
        "Procura+ European Sustainable Procurement Network",
    }


def test_no_name_of_a_real_maker_is_used() -> None:
    made = [
        *Organisation.objects.filter(is_demo=True).values_list("name", "name_local"),
        *Factory.objects.values_list("name", "name_local"),
        *ProductModel.objects.values_list("name", "name_local"),
    ]
    words = {word for names in made for name in names for word in re.findall(r"\w+", name.casefold())}
    texts = " ".join(name for names in made for name in names)
    single = {name.casefold() for name in REAL_NAMES if name.isascii() and " " not in name}
    assert words & single == set()
    assert [name for name in REAL_NAMES if (" " in name or not name.isascii()) and name in texts] == []


def test_fictional_sources_say_so() -> None:
    demo = Source.objects.filter(is_demo=True)
    assert set(demo.values_list("note", flat=True)) == {"Fictional, made for the demonstration."}
    assert not demo.exclude(url="").exclude(url__contains=".example/").exists()


def test_fictional_partners_stand_beside_the_real_ones() -> None:
    assert [str(partner) for partner in Partner.objects.filter(is_demo=True).by_name()] == [
        "Aparells Justos",
        "Fair Circuits Europe",
        "Rechte im Takt",
        "Skäligt Inköp Nu",
        "Tiszta Beszerzés",
    ]


def test_the_command_says_that_nothing_was_to_do() -> None:
    out = io.StringIO()
    call_command("seed_demo", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {"seeded": False, "logins": 0}
    out = io.StringIO()
    call_command("seed_demo", "--today", "2026-11-20", stdout=out)
    assert out.getvalue() == "Demo data was there already; 0 logins made.\n"
