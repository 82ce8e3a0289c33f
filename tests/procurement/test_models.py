"""How records of buying read as text."""

import pytest

from tests.factories import procurement

pytestmark = pytest.mark.django_db


def test_a_request_names_whom_it_asked_and_when_but_no_line():
    request = procurement.DisclosureRequestFactory(asked_of__name="Lumen Inc.")
    assert str(request) == "Request to Lumen Inc. of 15 January 2026"


def test_an_affiliation_names_both_sides():
    affiliation = procurement.AffiliationFactory(procurer__name="City", body__name="Electronics Watch")
    assert str(affiliation) == "City - Electronics Watch"
