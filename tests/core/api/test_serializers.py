"""How sources are cited in the API."""

import datetime

import pytest

from core.api.serializers import Citation, CitationSerializer
from tests.factories.core import SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 1, 15)


def cite(source, user=None):
    return CitationSerializer(context={"user": user}).to_representation(Citation(source, "page 3", DAY))


def test_a_public_source_is_named():
    cited = cite(SourceFactory(title="A list"))
    assert (cited["title"], cited["locator"], cited["seen_on"]) == ("A list", "page 3", "2026-01-15")


def test_of_a_private_source_only_kind_and_date_are_told():
    source = SourceFactory(title="A letter", private=True, published_on=DAY)
    cited = cite(source, UserFactory())
    assert {name: value for name, value in cited.items() if value is not None} == {
        "kind": "web_page",
        "published_on": "2026-01-15",
        "is_public": False,
        "seen_on": "2026-01-15",
    }
    assert cite(source, UserFactory(monitor=True))["title"] == "A letter"
