"""Recording, replacing and withdrawing production links."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from core.enums import Audience
from supplychain.enums import Basis
from supplychain.models import ProductionLink
from supplychain.services.links import Citation, LinkRefused, cite_link, record_link, replace_link, withdraw_link
from tests.factories.core import DAY, OrganisationFactory, SourceFactory, UserFactory
from tests.factories.supplychain import (
    BrandFactory,
    FactoryFactory,
    LinkReaderFactory,
    ProductionLinkFactory,
    ProductModelFactory,
    StageFactory,
)

pytestmark = pytest.mark.django_db

EARLIER = DAY - datetime.timedelta(days=400)


def cited(day=DAY, **source):
    return Citation(source=SourceFactory(**source), seen_on=day, locator="row 7")


@pytest.fixture
def values():
    return {
        "factory": FactoryFactory(),
        "brand": BrandFactory(),
        "stage": StageFactory(),
        "basis": Basis.BRAND_LIST,
    }


def record(values, *citations, **more):
    return record_link(actor=None, reason="Test", citations=citations, **values, **more)


def test_a_link_is_recorded_with_its_source_date_and_reason(values):
    actor = UserFactory()
    link = record_link(actor=actor, reason="Read from the list", citations=[cited(EARLIER), cited()], **values)
    assert (link.first_seen, link.confidence, link.audience) == (EARLIER, "suspected", Audience.PUBLIC)
    assert sorted(link.citations.values_list("seen_on", "locator")) == [(EARLIER, "row 7"), (DAY, "row 7")]
    assert link.versions.get().pgh_context.metadata["reason"] == "Read from the list"


def test_another_source_that_says_the_same_is_no_second_link(values):
    first = record(values, cited())
    second = record(values, cited(EARLIER))
    assert first == second
    second.refresh_from_db()
    assert (second.first_seen, second.citations.count()) == (EARLIER, 2)


def test_another_basis_is_another_link(values):
    assert record(values, cited()) != record(values | {"basis": Basis.MONITORING}, cited())


def test_a_link_without_source_is_refused(values):
    with pytest.raises(LinkRefused, match="needs a source"):
        record(values)
    assert not ProductionLink.objects.exists()


def test_a_model_disclosure_without_model_is_refused_with_its_field_rule(values):
    with pytest.raises(ValidationError, match="A disclosure for a model names the model"):
        record(values | {"basis": Basis.MODEL_DISCLOSURE}, cited())


def test_readers_are_for_links_of_named_organisations(values):
    reader = OrganisationFactory()
    with pytest.raises(LinkRefused, match="Only a link for named organisations"):
        record(values, cited(), readers=[reader])
    link = record(values, cited(), readers=[reader], audience=Audience.NAMED)
    assert [row.organisation for row in link.readers.all()] == [reader]


def test_a_better_statement_replaces_the_link_and_both_stay_on_record():
    model = ProductModelFactory()
    old = ProductionLinkFactory(brand=model.brand, cited=True)
    new = replace_link(
        link=old,
        actor=None,
        reason="The brand named the model",
        citations=[cited()],
        product_model=model,
        basis=Basis.MODEL_DISCLOSURE,
    )
    assert (old.superseded_by, new.confidence, new.factory) == (new, "confirmed", old.factory)
    assert list(ProductionLink.objects.standing()) == [new]


def test_a_replacement_may_state_the_same_with_other_dates():
    old = ProductionLinkFactory()
    new = replace_link(link=old, actor=None, reason="Dates", citations=[cited()], valid_from=EARLIER)
    assert (new.valid_from, old.superseded_by_id) == (EARLIER, new.pk)


def test_a_replacement_that_is_on_record_already_gets_the_sources():
    old = ProductionLinkFactory()
    same = ProductionLinkFactory(factory=old.factory, brand=old.brand, basis=Basis.MONITORING)
    assert replace_link(link=old, actor=None, reason="T", citations=[cited()], basis=Basis.MONITORING) == same
    assert same.citations.count() == 1


def test_a_replaced_link_cannot_be_replaced_again():
    old = ProductionLinkFactory()
    replace_link(link=old, actor=None, reason="T", citations=[cited()], basis=Basis.MONITORING)
    with pytest.raises(LinkRefused, match="already replaced"):
        replace_link(link=old, actor=None, reason="T", citations=[cited()], basis=Basis.REGISTER)


def test_readers_follow_a_replacement_for_named_organisations_and_no_other():
    reader = LinkReaderFactory()
    named = replace_link(link=reader.link, actor=None, reason="T", citations=[cited()], component="Board")
    assert [row.organisation for row in named.readers.all()] == [reader.organisation]
    opened = replace_link(link=named, actor=None, reason="T", citations=[cited()], audience=Audience.PUBLIC)
    assert opened.readers.count() == 0


def test_a_withdrawn_link_keeps_the_day_it_was_last_seen():
    link = ProductionLinkFactory()
    withdraw_link(link=link, actor=None, reason="Not on the next list", last_seen=DAY + datetime.timedelta(days=9))
    assert link.last_seen == DAY + datetime.timedelta(days=9)
    with pytest.raises(LinkRefused, match="before it was first seen"):
        withdraw_link(link=link, actor=None, reason="T", last_seen=EARLIER)


def test_a_source_is_cited_once():
    link, citation = ProductionLinkFactory(), cited()
    cite_link(link=link, actor=None, reason="T", citations=[citation, cited()])
    cite_link(link=link, actor=None, reason="T", citations=[citation])
    assert link.citations.count() == 2
