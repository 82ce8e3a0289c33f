"""The demonstration, seeded once for all tests of a module; each test undoes only what it does itself."""

import datetime
from collections.abc import Iterator

import pytest
from django.db import transaction

from campaigns.services.demo.seeding import seed_demo

TODAY = datetime.date(2026, 11, 20)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        seed_demo(today=TODAY)
        yield
        transaction.set_rollback(True)
