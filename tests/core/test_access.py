"""Roles and organisations of a viewer."""

import pytest
from django.contrib.auth.models import AnonymousUser

from core.access import Access, access_of
from core.enums import AudienceLevel, Role
from tests.factories.core import MembershipFactory, OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_a_stranger_is_nobody():
    access = access_of(AnonymousUser())
    assert (access.is_registered, access.level, access.cache_key) == (False, AudienceLevel.PUBLIC, "public")


def test_an_inactive_user_is_nobody():
    assert access_of(UserFactory(admin=True, is_active=False)) == access_of(AnonymousUser())


@pytest.mark.parametrize(
    ("role", "level", "sees_restricted", "is_staff"),
    [
        (None, AudienceLevel.REGISTERED, False, False),
        (Role.PROCURER, AudienceLevel.REGISTERED, False, False),
        (Role.PARTNER, AudienceLevel.REGISTERED, False, False),
        (Role.MONITOR, AudienceLevel.RESTRICTED, True, False),
        (Role.ADMIN, AudienceLevel.RESTRICTED, True, True),
    ],
)
def test_a_role_opens_what_it_should(role, level, sees_restricted, is_staff):
    user = UserFactory(role=role)
    access = access_of(user)
    assert (access.level, access.sees_restricted, user.is_staff) == (level, sees_restricted, is_staff)


def test_an_administrator_without_a_second_factor_has_the_other_roles_only():
    body, buyer = OrganisationFactory(), OrganisationFactory()
    user = UserFactory(role=Role.ADMIN, organisation=body, second_factor=False)
    MembershipFactory(user=user, organisation=buyer, role=Role.PROCURER)
    assert access_of(user) == Access(
        user_id=user.pk,
        lacks_second_factor=True,
        procurer_organisations=frozenset({buyer.pk}),
        organisations=frozenset({buyer.pk}),
    )
    assert not user.is_staff


def test_a_superuser_without_a_second_factor_reads_as_any_signed_in_person():
    access = access_of(UserFactory(is_superuser=True, second_factor=False))
    assert (access.level, access.sees_restricted) == (AudienceLevel.REGISTERED, False)


def test_an_administrator_without_a_second_factor_who_monitors_too_reads_as_a_monitor():
    user = UserFactory(role=Role.ADMIN, second_factor=False)
    MembershipFactory(user=user, role=Role.MONITOR)
    assert (access_of(user).is_admin, access_of(user).is_monitor) == (False, True)


def test_a_demonstration_opens_the_role_without_a_second_factor(settings):
    settings.DEMO = True
    assert access_of(UserFactory(admin=True, second_factor=False)).is_admin


def test_several_organisations_and_roles_add_up():
    user, buyer, other = UserFactory(), OrganisationFactory(), OrganisationFactory()
    MembershipFactory(user=user, organisation=buyer, role=Role.PROCURER)
    MembershipFactory(user=user, organisation=other, role=Role.PARTNER)
    access = access_of(user)
    assert access.procurer_organisations == {buyer.pk}
    assert access.organisations == {buyer.pk, other.pk}
    assert access.is_procurer
    assert access.is_partner


def test_a_membership_out_of_force_opens_nothing():
    user = UserFactory()
    MembershipFactory(user=user, role=Role.ADMIN, is_active=False)
    assert not access_of(user).is_admin


def test_access_is_read_once_per_user_object(django_assert_num_queries):
    user = UserFactory(monitor=True)
    with django_assert_num_queries(1):
        assert access_of(user) is access_of(user)


def test_two_buyers_do_not_share_a_cache_key():
    keys = {access_of(UserFactory(procurer=True)).cache_key for _ in range(2)}
    assert len(keys) == 2
    for role in ("monitor", "admin"):
        assert access_of(UserFactory(**{role: True})).cache_key == access_of(UserFactory(**{role: True})).cache_key
    assert access_of(UserFactory(monitor=True)).cache_key != access_of(UserFactory(admin=True)).cache_key
