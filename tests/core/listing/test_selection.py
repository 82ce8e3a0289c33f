"""What one reader asked of one list: rows, number, facets, words."""

from dataclasses import replace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import OperationalError, connection
from django.http import QueryDict

from core.listing import Listing, Selection, Sort, selection
from core.listing.facets import Facet
from core.listing.limits import TookTooLong, time_limit
from core.listing.records import SOURCES
from core.models import Source
from tests.factories.core import SourceFactory, UserFactory

pytestmark = pytest.mark.django_db


def ask(query: str = "", user=None, listing: Listing = SOURCES) -> Selection:
    return Selection(listing, QueryDict(query), user or AnonymousUser())


def titles(query: str = "", user=None) -> list[str]:
    return [row.title for row in ask(query, user).queryset()]


@pytest.fixture
def _sources():
    SourceFactory(title="A list", kind="brand_list", published_on="2024-05-01", granularity="site")
    SourceFactory(title="A page", kind="web_page", published_on="2025-05-01")
    SourceFactory(title="A report", kind="monitoring")
    SourceFactory(title="A secret", kind="monitoring", private=True)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["A list", "A page", "A report"]),
        ("kind=web_page", ["A page"]),
        ("kind=web_page&kind=brand_list", ["A list", "A page"]),
        ("kind__not=web_page", ["A list", "A report"]),
        ("kind__not=web_page&kind__not=monitoring", ["A list"]),
        ("q=page", ["A page"]),
        ("q=test+publisher+list", ["A list"]),
        ("published_after=2025-01-01", ["A page"]),
        ("published_before=2024-12-31", ["A list"]),
        ("updated_after=2000-01-01", ["A list", "A page", "A report"]),
        ("updated_after=2100-01-01", []),
        ("public=no", []),
        ("public=true&sort=-title", ["A report", "A page", "A list"]),
        ("sort=-published", ["A page", "A list", "A report"]),
        ("kind=&q=", ["A list", "A page", "A report"]),
    ],
)
@pytest.mark.usefixtures("_sources")
def test_the_address_selects_rows(query, expected):
    assert titles(query) == expected
    assert ask(query).problems == {}


@pytest.mark.usefixtures("_sources")
def test_a_monitor_sees_more():
    assert "A secret" in titles(user=UserFactory(monitor=True))


@pytest.mark.parametrize(
    ("query", "parameter", "named"),
    [
        ("kind=rumour", "kind", "rumour"),
        ("kind=web_page&kind=rumour", "kind", "rumour"),
        ("colour=red", "colour", "colour"),
        ("published_after=31.1.2026", "published_after", "31.1.2026"),
        ("public=perhaps", "public", "perhaps"),
        ("size=0", "size", "0"),
        ("size=251", "size", "251"),
        ("size=٣", "size", "٣"),
        ("size=99999999999999999999", "size", "99999999999999999999"),
        ("sort=beauty", "sort", "beauty"),
        ("cols=title,beauty", "cols", "beauty"),
        ("after=nonsense", "after", "position"),
        ("q=a%00b", "q", "Null"),
    ],
)
@pytest.mark.usefixtures("_sources")
def test_what_cannot_be_followed_is_named_and_left_out(query, parameter, named):
    asked = ask(query)
    assert list(asked.problems) == [parameter]
    assert named in asked.problems[parameter][0]
    assert [row.title for row in asked.page.rows] == ["A list", "A page", "A report"]


def test_too_many_values_are_refused():
    query = "&".join(f"kind={number}" for number in range(101))
    assert "at most 100" in ask(query).problems["kind"][0]


@pytest.mark.usefixtures("_sources")
def test_the_number_of_rows_is_capped_and_said_so(monkeypatch):
    assert (ask().total.number, ask().total.is_exact, ask().summary) == (3, True, "3 sources")
    monkeypatch.setattr(selection, "COUNTED_UP_TO", 2)
    assert (ask().total.number, ask().total.is_exact, ask().summary) == (2, False, "More than 2 sources")


@pytest.mark.usefixtures("_sources")
def test_the_summary_says_how_the_rows_were_chosen():
    assert ask("kind=web_page").summary == "1 source, filtered by Kind: Web page"


def counts(query: str, name: str, user=None) -> dict[str, int]:
    [shown] = [shown for shown in ask(query, user).facets if shown.facet.filter_name == name]
    return {value.value: value.count for value in shown.values if value.count}


@pytest.mark.usefixtures("_sources")
def test_a_facet_counts_under_all_filters_but_its_own():
    everything = {"brand_list": 1, "web_page": 1, "monitoring": 1}
    assert counts("", "kind") == everything
    assert counts("kind=web_page", "kind") == everything
    assert counts("granularity=site", "kind") == {"brand_list": 1}
    assert counts("q=report", "kind") == {"monitoring": 1}
    assert counts("", "granularity") == {"site": 1}


@pytest.mark.usefixtures("_sources")
def test_a_facet_counts_what_its_viewer_may_see():
    assert counts("", "kind")["monitoring"] == 1
    assert counts("", "kind", UserFactory(monitor=True))["monitoring"] == 2
    assert counts("", "kind")["monitoring"] == 1


@pytest.mark.usefixtures("_sources")
def test_chosen_values_are_shown_even_where_nothing_has_them():
    [kinds, _granularity] = ask("kind=press").facets
    chosen = [(value.value, value.count) for value in kinds.values if value.chosen]
    assert chosen == [("press", 0)]
    assert kinds.has_choice


@pytest.mark.usefixtures("_sources")
def test_facets_are_asked_once_a_minute(django_assert_num_queries):
    with django_assert_num_queries(6):  # one per facet; a savepoint and its time limit around them
        ask().facets  # noqa: B018
    with django_assert_num_queries(0):
        ask().facets  # noqa: B018


class SlowFacet(Facet):
    def counts(self, queryset, user, chosen):
        raise TookTooLong


@pytest.mark.usefixtures("_sources")
def test_a_facet_that_takes_too_long_says_so():
    slow = replace(SOURCES, facets=(SlowFacet("kind", "Kind"), Facet("granularity", "Granularity")))
    asked = ask("kind=press", listing=slow)
    assert [shown.values for shown in asked.facets] == [None, None]
    [control] = [control for control in asked.controls if control.name == "kind"]
    assert (control.took_too_long, control.kept) == (True, ["press"])


def test_a_statement_beyond_its_time_limit_is_given_up():
    with pytest.raises(TookTooLong), time_limit(20), connection.cursor() as cursor:
        cursor.execute("SELECT pg_sleep(5)")
    assert Source.objects.count() == 0


def test_another_error_of_the_database_stays_what_it_is():
    with pytest.raises(OperationalError), time_limit(20):
        raise OperationalError


@pytest.mark.usefixtures("_sources")
def test_a_chip_takes_away_its_own_value_only():
    asked = ask("kind=web_page&kind=press&kind__not=notice&q=page&sort=title&after=x")
    assert {chip.words: chip.remove for chip in asked.chips} == {
        "Name contains: page": "?kind=web_page&kind=press&kind__not=notice&sort=title",
        "Kind: Web page": "?kind=press&kind__not=notice&q=page&sort=title",
        "Kind: Press or trade data": "?kind=web_page&kind__not=notice&q=page&sort=title",
        "Kind: not: Public procurement notice": "?kind=web_page&kind=press&q=page&sort=title",
    }
    assert asked.address.unfiltered() == "?sort=title"


def test_columns_can_be_chosen_either_way():
    for query in ("cols=id,title", "cols=id&cols=title"):
        assert [column.name for column in ask(query).address.columns] == ["title", "id"]


def test_a_list_needs_the_order_it_begins_with():
    with pytest.raises(ValueError, match="beauty"):
        Listing(
            name="x",
            title="X",
            model=Source,
            url_name="core:source-list",
            queryset=lambda user: Source.objects.all(),
            filterset_class=SOURCES.filterset_class,
            columns=(),
            sorts=(Sort("title", "Title", ("title",)),),
            default_sort="-beauty",
        )
