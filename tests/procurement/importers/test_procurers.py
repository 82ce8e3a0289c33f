"""Lists of public buyers: bodies of one name elsewhere are others; identifiers tell them apart."""

import pytest

from core.models import OrganisationIdentifier
from procurement.models import Procurer
from tests.factories.core import OrganisationFactory
from tests.factories.procurement import ProcurerFactory
from tests.importing import SOURCE, codes, countries, run, verdicts

pytestmark = pytest.mark.django_db
MAPPING = {"source": {**SOURCE, "kind": "notice"}, "only": {"role": ["buyer"]}}
HEADER = "role,official name,national id,town,country,url,legal type\n"


@pytest.fixture(autouse=True)
def _countries() -> None:
    countries()


def listed(*rows: str) -> list[str]:
    return verdicts(run("procurers", HEADER + "".join(f"{row}\n" for row in rows), MAPPING).run)


def remarks(*rows: str) -> list[list[str]]:
    return codes(run("procurers", HEADER + "".join(f"{row}\n" for row in rows), MAPPING).run)


def test_a_buyer_is_recorded_and_starts_private() -> None:
    assert listed("buyer,City of Auen,DE-12345,Auen,Germany,https://auen.example,la") == ["created"]
    procurer = Procurer.objects.get()
    assert (procurer.buyer_visibility, procurer.legal_type, procurer.is_demo) == ("private", "la", False)
    assert (procurer.organisation.city, procurer.organisation.country_id) == ("Auen", "DE")
    identifier = OrganisationIdentifier.objects.get()
    assert (identifier.scheme, identifier.value, identifier.source.code) == ("DE-national", "DE-12345", "test-list")


def test_the_code_of_european_notices_for_the_united_kingdom_is_read_and_said() -> None:
    assert remarks("buyer,Council of Ashby,,Ashby,UK,,") == [["country-assumed"]]
    assert Procurer.objects.get().organisation.country_id == "GB"


def test_rows_of_other_roles_are_left_out_and_kept() -> None:
    result = run("procurers", HEADER + "winner,Firm,,X,DE,,\nbuyer,Body,,X,DE,,\n", MAPPING)
    assert verdicts(result.run) == ["unchanged", "created"]
    assert codes(result.run) == [["left-out"], []]
    assert (result.run.read_count, result.run.warning_count) == (2, 0)


def test_bodies_of_one_name_in_other_towns_are_others() -> None:
    rows = ["buyer,Town Hall,,Auen,DE,,", "buyer,Town Hall,,Bach,DE,,", "buyer,TOWN HALL,,auen,DE,,"]
    assert listed(*rows) == ["created", "created", "unchanged"]
    assert listed(*rows) == ["unchanged"] * 3


def test_an_identifier_finds_its_body_in_another_town() -> None:
    rows = ["buyer,Agency,HRB 1234,Auen,DE,,", "buyer,Agency,HRB 1234,Bach,DE,agency.example,"]
    assert listed(*rows) == ["created", "changed"]
    assert Procurer.objects.get().organisation.website == "https://agency.example"
    assert listed(*rows) == ["unchanged"] * 2


def test_an_identifier_of_another_name_waits_for_review() -> None:
    assert listed("buyer,Agency,HRB 1234,Auen,DE,,", "buyer,Ministry,HRB 1234,Auen,DE,,") == ["created", "review"]
    assert Procurer.objects.count() == 1


def test_what_is_no_number_is_no_identifier() -> None:
    assert remarks("buyer,Agency,DE,Auen,DE,,", "buyer,Ministry,n/a,Auen,DE,,") == [["identifier-form"], []]
    assert not OrganisationIdentifier.objects.exists()


def test_an_organisation_on_record_gets_the_profile() -> None:
    body = OrganisationFactory(name="City of Auen", country_id="DE", city="Auen")
    assert listed("buyer,City of Auen,,Auen,DE,,") == ["created"]
    assert Procurer.objects.get().organisation == body


def test_a_profile_on_record_gets_only_its_blanks_filled() -> None:
    body = OrganisationFactory(name="City of Auen", country_id="DE", city="Auen", website="https://own.example")
    procurer = ProcurerFactory(organisation=body, legal_type="")
    assert listed("buyer,City of Auen,,Auen,DE,https://other.example,ra") == ["changed"]
    procurer.refresh_from_db()
    assert (procurer.legal_type, procurer.organisation.website) == ("ra", "https://own.example")
    assert listed("buyer,City of Auen,,Auen,DE,,la") == ["unchanged"]


def test_two_bodies_that_fit_wait_for_review() -> None:
    for _ in range(2):
        OrganisationFactory(name="City of Auen", country_id="DE", city="Auen")
    assert listed("buyer,City of Auen,,Auen,DE,,") == ["review"]


def test_demo_bodies_never_match() -> None:
    OrganisationFactory(name="City of Auen", country_id="DE", city="Auen", is_demo=True)
    assert listed("buyer,City of Auen,,Auen,DE,,") == ["created"]
    assert not Procurer.objects.get().organisation.is_demo


@pytest.mark.parametrize(
    ("row", "codes_of_row"),
    [
        ("buyer,,,Auen,DE,,", ["value-missing"]),
        ("buyer,City,,Auen,,,", ["value-missing"]),
        ("buyer,City,,Auen,1A,,", ["country-unknown"]),
        (f"buyer,{'x' * 301},,Auen,DE,,", ["text-too-long"]),
    ],
)
def test_rows_that_cannot_be_used_say_why(row: str, codes_of_row: list[str]) -> None:
    result = run("procurers", f"{HEADER}{row}\nbuyer,Body,,X,DE,,\n", MAPPING)
    assert (verdicts(result.run), codes(result.run)[0]) == (["rejected", "created"], codes_of_row)


def test_doubtful_values_are_left_out_and_told() -> None:
    row = f"buyer,City,,{'x' * 121},DE,https://{'x' * 200}.example,mayor"
    assert remarks(row) == [["text-left-out", "address-form", "code-unknown"]]
    procurer = Procurer.objects.get()
    assert (procurer.organisation.city, procurer.organisation.website, procurer.legal_type) == ("", "", "")
