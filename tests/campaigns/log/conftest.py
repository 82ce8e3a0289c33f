"""What tests of logging share."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.campaigns.log.scene import Scene


@pytest.fixture
def scene(db: None) -> Scene:
    return Scene()


@pytest.fixture
def phone(scene: Scene) -> Client:
    """A browser in which the scene's person is signed in."""
    client = Client()
    client.force_login(scene.user)
    return client


@pytest.fixture
def connection_queries() -> Callable[[Callable[[], object]], int]:
    """Function work -> number of questions that it asks the database."""

    def count(work: Callable[[], object]) -> int:
        with CaptureQueriesContext(connection) as captured:
            work()
        return len(captured)

    return count
