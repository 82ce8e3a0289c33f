"""Nothing is changed in the administration without a reason, and history keeps it with who it was."""

import pytest
from django.contrib.admin.models import LogEntry

from core.models import Country, Membership, Organisation, OrganisationIdentifier, Source, User
from core.queries.record_histories import ORGANISATION
from core.queries.timeline import timeline_of
from procurement.models import Contract, DisclosureRequest
from supplychain.models import Factory, ProductionLink
from tests.factories.core import (
    CountryFactory,
    MembershipFactory,
    OrganisationFactory,
    OrganisationIdentifierFactory,
    SourceFactory,
    UserFactory,
)
from tests.factories.procurement import ContractFactory, ContractLineFactory, DisclosureRequestFactory
from tests.factories.supplychain import (
    BrandFactory,
    FactoryFactory,
    LinkReaderFactory,
    ProductionLinkFactory,
    ProductModelFactory,
)

pytestmark = pytest.mark.django_db


def last_context(record):
    return record.versions.order_by("-pgh_id").first().pgh_context.metadata


def errors(response):
    form = response.context["adminform"].form
    return [error for messages in form.errors.values() for error in messages]


def bulk(desk, url, action, records, **more):
    chosen = [record.pk for record in records]
    return desk.post(url, {"action": action, "_selected_action": chosen, **more})


def test_a_change_without_a_reason_is_not_saved(desk, address, filled):
    organisation = OrganisationFactory(name="Acme")
    url = address(organisation, "change")
    response = desk.post(url, {**filled(desk.get(url)), "name": "Acme AG", "change_reason": "  "})
    assert response.context["adminform"].form.errors["change_reason"] == ["This field is required."]
    organisation.refresh_from_db()
    assert organisation.name == "Acme"


def test_a_reason_longer_than_300_characters_is_refused(desk, address, filled):
    organisation = OrganisationFactory(name="Acme")
    url = address(organisation, "change")
    response = desk.post(url, {**filled(desk.get(url)), "name": "B", "change_reason": "x" * 301})
    assert "at most 300 characters" in response.context["adminform"].form.errors["change_reason"][0]
    organisation.refresh_from_db()
    assert organisation.name == "Acme"


def test_a_change_is_recorded_with_reason_and_actor(desk, address, filled, administrator):
    organisation = OrganisationFactory(name="Acme")
    url = address(organisation, "change")
    desk.post(url, {**filled(desk.get(url)), "name": "Acme AG", "change_reason": "Register of 2026"})
    newest = timeline_of(organisation, ORGANISATION, UserFactory(admin=True)).entries[0]
    assert (newest.actor, newest.reason) == ("Ada Admin", "Register of 2026")
    assert [(c.label, c.before, c.after) for c in newest.changes] == [("Name", "Acme", "Acme AG")]
    assert LogEntry.objects.get().get_change_message() == "Changed Name."


def test_rows_inside_a_record_share_its_reason(desk, address, filled):
    identifier = OrganisationIdentifierFactory(value="1")
    url = address(identifier.organisation, "change")
    sent = {**filled(desk.get(url)), "identifiers-0-value": "2", "change_reason": "Mistyped"}
    assert desk.post(url, sent).status_code == 302
    assert OrganisationIdentifier.objects.get().value == "2"
    assert last_context(identifier)["reason"] == "Mistyped"


def test_a_new_record_has_a_reason_too(desk, address, administrator):
    CountryFactory(code="VN")
    sent = {"name": "New plant", "country": "VN", "status": "operating", "point_precision": "none"}
    for prefix in ("other_names", "identifiers", "statements"):
        sent |= {f"{prefix}-TOTAL_FORMS": 0, f"{prefix}-INITIAL_FORMS": 0}
    assert desk.post(address(Factory, "add"), sent).status_code == 200
    assert desk.post(address(Factory, "add"), {**sent, "change_reason": "Found on site"}).status_code == 302
    assert last_context(Factory.objects.get()) == {
        "reason": "Found on site",
        "user": administrator.pk,
        "url": address(Factory, "add"),
    }


def test_removing_asks_for_a_reason(desk, address):
    organisation = OrganisationFactory()
    url = address(organisation, "delete")
    assert "Say why" in desk.post(url, {"post": "yes"}).content.decode()
    assert Organisation.objects.filter(pk=organisation.pk).exists()
    assert desk.post(url, {"post": "yes", "change_reason": "Entered twice"}).status_code == 302
    assert not Organisation.objects.filter(pk=organisation.pk).exists()
    version = Organisation.versions.rel.related_model.objects.order_by("-pgh_id").first()
    assert (version.pgh_label, version.pgh_context.metadata["reason"]) == ("delete", "Entered twice")


def test_what_others_rest_on_is_not_removed_and_the_page_says_why(desk, address):
    source = OrganisationIdentifierFactory().source
    page = desk.get(address(source, "delete")).content.decode()
    assert "cannot be removed, because other records rest on it" in page
    response = bulk(desk, address(Source, "changelist"), "remove", [source], apply=1, change_reason="Tidy")
    assert "organisation identifiers rest on it" in response.content.decode()
    assert Source.objects.exists()


def test_a_rule_that_two_rows_break_together_is_told_in_words(desk, address, filled):
    OrganisationIdentifierFactory(scheme="LEI", value="A")
    other = OrganisationIdentifierFactory(scheme="LEI", value="B")
    url = address(other, "change")
    response = desk.post(url, {**filled(desk.get(url)), "value": "A", "change_reason": "Same"})
    assert errors(response) == ["Another organisation has this identifier."]


def test_a_rule_of_the_database_alone_is_told_in_words(desk, address, filled):
    link = ProductionLinkFactory(for_model=True)
    foreign = ProductModelFactory(brand=BrandFactory())
    url = address(link, "change")
    response = desk.post(url, {**filled(desk.get(url)), "product_model": foreign.pk, "change_reason": "Try"})
    assert errors(response) == ["The model belongs to another brand: choose the brand of the model."]


def test_bulk_actions_ask_for_the_reason_first(desk, address):
    factories = FactoryFactory.create_batch(2)
    url = address(Factory, "changelist")
    page = bulk(desk, url, "set_status", factories)
    assert [field.name for field in page.context["form"]] == ["value", "change_reason"]
    page = bulk(desk, url, "set_status", factories, apply=1, value="closed")
    assert page.context["form"].errors["change_reason"] == ["This field is required."]
    assert set(Factory.objects.values_list("status", flat=True)) == {"operating"}
    bulk(desk, url, "set_status", factories, apply=1, value="closed", change_reason="Flooded")
    assert set(Factory.objects.values_list("status", flat=True)) == {"closed"}
    assert last_context(factories[0])["reason"] == "Flooded"


def test_all_pages_of_a_list_can_be_chosen_at_once(desk, address):
    factories = FactoryFactory.create_batch(3)
    sent = {"apply": 1, "value": "closed", "change_reason": "All", "select_across": 1}
    bulk(desk, address(Factory, "changelist"), "set_status", factories[:1], **sent)
    assert Factory.objects.filter(status="closed").count() == 3


def test_many_chosen_records_are_named_in_part(desk, address):
    page = bulk(desk, address(Factory, "changelist"), "remove", FactoryFactory.create_batch(22))
    assert "and 2 more" in page.content.decode()


def test_a_bulk_change_that_breaks_a_rule_says_so(desk, address):
    first = ProductionLinkFactory(audience="public")
    second = ProductionLinkFactory(
        factory=first.factory, brand=first.brand, stage=first.stage, role=first.role, audience="monitors"
    )
    sent = {"apply": 1, "value": "public", "change_reason": "Open"}
    response = bulk(desk, address(ProductionLink, "changelist"), "set_audience", [second], **sent)
    assert "The same link with the same basis is already on record." in response.content.decode()


@pytest.mark.parametrize(
    ("model", "make", "action", "field", "value"),
    [
        (DisclosureRequest, DisclosureRequestFactory, "publish", "is_published", True),
        (Membership, MembershipFactory, "deactivate", "is_active", False),
        (Source, SourceFactory, "make_private", "is_public", False),
        (User, UserFactory, "lock_out", "is_active", False),
    ],
)
def test_bulk_actions_do_what_they_say(desk, address, model, make, action, field, value):
    record = make()
    bulk(desk, address(model, "changelist"), action, [record], apply=1, change_reason="As decided")
    record.refresh_from_db()
    assert getattr(record, field) is value


def test_a_reader_can_be_added_to_a_link(desk, address, filled):
    reader = LinkReaderFactory()
    url = address(reader.link, "change")
    sent = {**filled(desk.get(url)), "readers-0-DELETE": "on", "change_reason": "Consent withdrawn"}
    assert desk.post(url, sent).status_code == 302
    assert not reader.link.readers.exists()


def test_lines_are_edited_on_their_contract(desk, address, filled):
    line = ContractLineFactory()
    url = address(line.contract, "change")
    sent = {**filled(desk.get(url)), "lines-0-quantity": "7", "change_reason": "Corrected order"}
    assert desk.post(url, sent).status_code == 302
    line.refresh_from_db()
    assert line.quantity == 7


def test_a_list_of_roles_is_kept_as_typed(desk, address, filled):
    contract = ContractFactory(title="Früher")
    assert desk.get(address(Contract, "changelist"), {"q": "Früher"}).context["cl"].result_count == 1
    assert desk.get(address(contract, "history")).status_code == 200


def test_names_are_found_without_their_accents(desk, address):
    OrganisationFactory(name="Universität Zürich")
    found = desk.get(address(Organisation, "changelist"), {"q": "UNIVERSITÄT zürich"})
    assert found.context["cl"].result_count == 1


def test_the_log_names_no_person(desk, address, filled):
    person = UserFactory(name="Jo Doe", email="jo@example.org")
    url = address(person, "change")
    assert desk.post(url, {**filled(desk.get(url)), "language": "fr", "change_reason": "Asked"}).status_code == 302
    bulk(desk, address(User, "changelist"), "lock_out", [person], apply=1, change_reason="Left")
    desk.post(address(person, "delete"), {"post": "yes", "change_reason": "Asked to be erased"})
    assert not User.objects.filter(email="jo@example.org").exists()
    assert set(LogEntry.objects.values_list("object_repr", flat=True)) == {f"account {person.pk}"}


def test_a_new_person_has_no_password_yet(desk, address):
    sent = {"email": "new@example.org", "name": "New", "is_active": "on", "change_reason": "Asked by the city"}
    sent |= {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}
    assert desk.post(address(User, "add"), sent).status_code == 302
    assert not User.objects.get(email="new@example.org").has_usable_password()


def test_records_without_versions_tell_their_log(desk, address, filled):
    country = CountryFactory(code="DE")
    url = address(country, "change")
    assert desk.post(url, {**filled(desk.get(url)), "name": "Deutschland", "change_reason": "Try"}).status_code == 302
    page = desk.get(address(country, "history")).content.decode()
    assert "Ada Admin" in page
    assert "Try" in page
    assert Country.objects.get(code="DE").name == "Deutschland"


def test_two_versions_are_compared_in_the_administration(desk, address):
    organisation = OrganisationFactory(name="One")
    organisation.name = "Two"
    organisation.save()
    url = address(organisation, "history")
    newest, first = (pk for pk, _when in desk.get(url).context["versions"])
    page = desk.get(url, {"from": first, "to": newest})
    assert [(c.before, c.after) for c in page.context["comparison"]] == [("One", "Two")]
    assert desk.get(url, {"after": "nonsense"}).status_code == 404
    assert desk.get(url, {"from": "x", "to": "y"}).status_code == 404
    assert desk.get(url.replace(str(organisation.pk), "999999")).status_code == 404


def test_two_factories_are_merged_into_the_one_that_stays(desk, address):
    stays, goes, third = FactoryFactory.create_batch(3)
    url = address(Factory, "changelist")
    assert bulk(desk, url, "merge", [stays, goes, third]).status_code == 302
    assert not Factory.objects.filter(merged_into__isnull=False).exists()
    sent = {"apply": 1, "survivor": stays.pk, "change_reason": "Same gate"}
    assert bulk(desk, url, "merge", [stays, goes], **sent).status_code == 302
    goes.refresh_from_db()
    assert goes.merged_into == stays
    assert bulk(desk, url, "merge", [third, goes], **{**sent, "survivor": third.pk}).status_code == 302
    goes.refresh_from_db()
    assert goes.merged_into == stays
