"""Whatever a report says of itself exists in each of its languages."""

import io

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.translation import trans_real

from core.access import access_of
from core.listing.registry import listings
from core.reports.making import asked_of
from core.reports.registry import reports
from core.reports.writing import write
from tests.campaigns.reports.making import NOW
from tests.campaigns.results.scene import activity, consortium
from tests.factories import campaigns, procurement, supplychain

pytestmark = pytest.mark.django_db
LANGUAGES = [code for code in settings.REPORT_LANGUAGES if code != "en"]


@pytest.fixture
def scene():
    found = consortium()
    held = activity(found, approved=True)
    campaigns.AudienceCountFactory(activity=held, number=40)
    campaigns.AudienceCountFactory(activity=held, number=30, sex="f")
    campaigns.AdvocacyActionFactory(project=found.project, partner=found.partner, is_public=True)
    campaigns.PublicationFactory()
    found.event = procurement.AffiliationEventFactory(stage="encouraged")
    supplychain.StageFactory(code="FIN")
    found.line = procurement.ContractLineFactory()
    return found


# What the test's own rows are called.
DATA = {"Computers"}


def names_of_lists():
    """A receipt names what its list holds by the model's name, which stays English in German and Dutch."""
    with translation.override("en"):
        return {name for listing in listings().values() for name in (listing.noun, listing.plural)}


def values_for(report, scene):
    """Something for every field that must be filled."""
    known = {
        "project": scene.project.public_id,
        "period": "all",
        "record": scene.line.contract.buyer.public_id,
        "listing": "procurers",
        "procurer": scene.line.contract.buyer.public_id,
    }
    return {name: [known[name]] for name in report.form_class.base_fields if name in known}


def untranslated(monkeypatch, language, make):
    """Texts that were asked for while `make()` ran, and that the catalogue of `language` lacks."""
    with translation.override(language):
        held = trans_real.translation(language)
    missing = set()
    plain, plural = type(held).gettext, type(held).ngettext

    def gettext(self, text):
        if text and self is held and not self._catalog.get(text):
            missing.add(text)
        return plain(self, text)

    def ngettext(self, one, many, number):
        if self is held and (one, 0) not in self._catalog:
            missing.add(one)
        return plural(self, one, many, number)

    monkeypatch.setattr(type(held), "gettext", gettext)
    monkeypatch.setattr(type(held), "ngettext", ngettext)
    with translation.override(language):
        make()
    return missing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(reports()))
def test_everything_that_a_report_says_is_translated(monkeypatch, scene, kind, language):
    report = reports()[kind]
    access_of(scene.admin)

    def make(language=language):
        asked = asked_of(report, values_for(report, scene), scene.admin, NOW, language)
        document = report.document(asked)
        for form in report.formats:
            write(document, form, io.BytesIO())

    # Whatever is only loaded now says nothing in the report.
    make("en")
    assert untranslated(monkeypatch, language, make) <= DATA | names_of_lists()
