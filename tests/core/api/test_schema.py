"""The API describes itself, completely and without a third party."""

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator

pytestmark = pytest.mark.django_db


@pytest.fixture
def schema(db):
    with GENERATOR_STATS.silence():
        GENERATOR_STATS.reset()
        description = SchemaGenerator().get_schema(request=None, public=True)
        warnings = [*GENERATOR_STATS._warn_cache, *GENERATOR_STATS._error_cache]
        return description, warnings


def test_nothing_in_the_description_is_guessed(schema):
    assert schema[1] == []


def test_a_lists_parameters_are_those_of_its_filters(schema):
    operation = schema[0]["paths"]["/api/v1/sources/"]["get"]
    parameters = {parameter["name"]: parameter for parameter in operation["parameters"]}
    assert sorted(parameters) == [
        "after",
        "granularity",
        "granularity__not",
        "kind",
        "kind__not",
        "public",
        "published_after",
        "published_before",
        "q",
        "size",
        "sort",
        "updated_after",
    ]
    assert parameters["size"]["schema"] == {"type": "integer", "minimum": 1, "maximum": 250, "default": 50}
    assert "-published" in parameters["sort"]["schema"]["enum"]


def test_a_list_comes_in_an_envelope(schema):
    operation = schema[0]["paths"]["/api/v1/sources/"]["get"]
    reference = operation["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
    envelope = schema[0]["components"]["schemas"][reference.rpartition("/")[2]]
    assert sorted(envelope["properties"]) == ["count", "count_is_exact", "next", "previous", "results"]


def test_the_documentation_needs_nobody_else(client):
    response = client.get("/api/docs/")
    assert response.status_code == 200
    assert b"//cdn" not in response.content
    assert b"https://" not in response.content
    policy = response.headers["Content-Security-Policy"]
    assert "script-src" not in policy
    assert "unsafe-inline" not in client.get("/sources/").headers["Content-Security-Policy"]


def test_the_description_is_served(client):
    assert client.get("/api/v1/schema/").status_code == 200
