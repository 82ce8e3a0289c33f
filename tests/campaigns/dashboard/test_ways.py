"""Partners are led to their dashboard from the first page, the account menu and the help."""

import pytest
from django.test import Client

from core.enums import Role
from tests.factories.campaigns import PartnerFactory
from tests.factories.core import UserFactory

pytestmark = pytest.mark.django_db


def text_of(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_partner_is_led_to_the_dashboard_and_others_are_not() -> None:
    partner, other = Client(), Client()
    partner.force_login(UserFactory(role=Role.PARTNER, organisation=PartnerFactory().organisation))
    other.force_login(UserFactory())
    assert "Go to your dashboard" in text_of(partner, "/")
    assert 'href="/dashboard/#unfinished"' in text_of(partner, "/")
    assert "Go to your dashboard" in text_of(partner, "/help/")
    for client in (other, Client()):
        assert "/dashboard/" not in text_of(client, "/")
        assert "What partners can do" in text_of(client, "/help/")
