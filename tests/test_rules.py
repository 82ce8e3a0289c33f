"""Who may change what."""

import pytest
from django.contrib.auth.models import AnonymousUser

from core.enums import Role
from tests.factories.core import JobFactory, OrganisationFactory, SavedSearchFactory, SourceFactory, UserFactory
from tests.factories.procurement import ContractFactory, ProcurerFactory
from tests.factories.supplychain import FactoryFactory

pytestmark = pytest.mark.django_db
RECORDS = {
    "core.change_source": SourceFactory,
    "core.delete_organisation": OrganisationFactory,
    "supplychain.change_factory": FactoryFactory,
    "procurement.change_contract": ContractFactory,
    "procurement.change_procurer": ProcurerFactory,
}


@pytest.mark.parametrize("permission", RECORDS)
@pytest.mark.parametrize("role", [None, *Role])
def test_only_administrators_change_the_records_of_others(permission, role):
    assert UserFactory(role=role).has_perm(permission, RECORDS[permission]()) is (role == Role.ADMIN)


def test_a_stranger_changes_nothing():
    assert not AnonymousUser().has_perm("core.change_source", SourceFactory())


def test_administrators_add_partners():
    assert UserFactory(admin=True).has_perm("campaigns.add_partner")
    assert not UserFactory(partner=True).has_perm("campaigns.add_partner")


def test_a_procurer_changes_its_own_record_and_cannot_remove_it():
    own, other = ProcurerFactory(), ProcurerFactory()
    member = UserFactory(role=Role.PROCURER, organisation=own.organisation)
    assert member.has_perm("procurement.change_procurer", own)
    assert not member.has_perm("procurement.change_procurer", other)
    assert not member.has_perm("procurement.change_procurer")
    assert not member.has_perm("procurement.delete_procurer", own)


def test_a_partner_of_the_organisation_does_not_buy_for_it():
    own = ProcurerFactory()
    member = UserFactory(role=Role.PARTNER, organisation=own.organisation)
    assert not member.has_perm("procurement.change_procurer", own)


def test_a_saved_search_is_its_owners_alone():
    search = SavedSearchFactory()
    assert search.owner.has_perm("core.delete_savedsearch", search)
    assert not UserFactory(admin=True).has_perm("core.delete_savedsearch", search)


def test_a_job_is_cancelled_by_who_asked_for_it_or_by_administrators():
    job = JobFactory()
    assert job.requested_by.has_perm("core.change_job", job)
    assert UserFactory(admin=True).has_perm("core.change_job", job)
    assert not UserFactory(monitor=True).has_perm("core.change_job", job)
    assert not UserFactory().has_perm("core.change_job", JobFactory(requested_by=None))
