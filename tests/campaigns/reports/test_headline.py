"""Headline figures: quotations with their sources, and counts of this register that are never mixed with them."""

import datetime

import pytest

from campaigns.reports.headline import HEADLINE
from tests.campaigns.reports.making import assert_every_format, lines, made, queries_for, spoken, table, written
from tests.factories import campaigns, core, procurement, supplychain

pytestmark = pytest.mark.django_db
SEEN_ON = datetime.date(2026, 3, 1)


@pytest.fixture
def quoted():
    """60 brands, as the page of the project says."""
    source = core.SourceFactory(
        title="Make ICT Fair (2021)", publisher_name="CATAPA", url="https://catapa.example/", retrieved_on=SEEN_ON
    )
    return campaigns.QuotedTotalFactory(
        code="brands", label="brands in the database", value=60, source=source, stated_on=datetime.date(2021, 1, 31)
    )


def counts(document):
    return {row["what"]: (row["records"], row["fictional"], row["real"]) for row in table(document, "live")}


def test_a_quotation_stands_with_its_source(quoted):
    document = made(HEADLINE)
    (row,) = table(document, "quoted")
    assert (row["what"], row["figure"], row["as_of"]) == ("brands in the database", 60, datetime.date(2021, 1, 31))
    assert (row["source"], row["publisher"], row["address"]) == (
        "Make ICT Fair (2021)",
        "CATAPA",
        "https://catapa.example/",
    )
    (source,) = document.sources
    assert (source.title, source.day, source.url) == ("Make ICT Fair (2021)", SEEN_ON, "https://catapa.example/")
    assert source.publisher == "CATAPA (as read on the day)"


def test_counts_tell_fictional_records_apart_and_no_quotation_moves_them(quoted):
    supplychain.BrandFactory()
    supplychain.BrandFactory(is_demo=True)
    document = made(HEADLINE)
    assert counts(document)["Brands"] == (2, 1, 1)
    assert "fictional" in document.warnings[0]
    first, second = document.charts()
    assert [(bar.label, bar.value) for bar in first.rows] == [("brands in the database", 60)]
    assert (second.rows[0].value, second.rows[0].note) == (2, "of which 1 fictional")
    quoted.delete()
    assert counts(made(HEADLINE)) == counts(document)


def test_counts_are_of_what_the_reader_may_see(quoted):
    procurement.ContractFactory()
    assert counts(made(HEADLINE))["Contracts"][0] == 0
    assert counts(made(HEADLINE, core.UserFactory(admin=True)))["Contracts"][0] == 1


def test_a_source_that_is_not_public_is_not_told(quoted):
    type(quoted.source).objects.update(is_public=False)
    document = made(HEADLINE)
    (row,) = table(document, "quoted")
    assert (row["source"], row["publisher"], row["address"]) == ("Web page", "", "")
    assert document.sources == []
    assert b"catapa" not in written(document, "html").lower()
    assert len(made(HEADLINE, core.UserFactory(monitor=True)).sources) == 1


def test_every_format_is_written_and_the_csv_file_holds_one_of_the_two(quoted):
    document = made(HEADLINE)
    assert_every_format(HEADLINE, document)
    assert [line["figure"] for line in lines(document)] == ["60"]
    assert {line["what"] for line in lines(made(HEADLINE, csv="live"))} == set(counts(document))
    names = [block.get("name") for section in spoken(document)["sections"] for block in section["blocks"]]
    assert {"quoted", "live"} <= set(names)
    drawing = written(document, "svg").decode()
    assert "Quoted: the database of the project" in drawing
    assert "Counted: records of this register" in drawing


def test_nothing_on_record_is_a_clear_document():
    document = made(HEADLINE)
    assert document.warnings == ["No published figures are on record."]
    assert_every_format(HEADLINE, document)


def test_it_takes_the_same_queries_for_one_and_three(quoted):
    one = queries_for(HEADLINE)
    campaigns.QuotedTotalFactory.create_batch(2)
    assert queries_for(HEADLINE) == one
