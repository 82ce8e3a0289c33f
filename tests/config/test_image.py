"""What the container's files promise: one image, nobody as root, every part watched."""

import re

import pytest
import yaml

from tests.config.processes import BASE_DIR

COMPOSE = yaml.safe_load((BASE_DIR / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")


def test_the_parts_are_there() -> None:
    assert set(SERVICES) == {*OURS, "database", "broker"}
    assert SERVICES["database"]["image"].startswith("postgres:18")
    assert SERVICES["broker"]["image"].startswith("valkey/valkey:")


def test_one_image_serves_every_part_of_ours() -> None:
    assert {SERVICES[name]["image"] for name in OURS} == {"fair-ict-tracker"}
    commands = re.findall(r"^  (\w+)\)", (BASE_DIR / "config" / "entrypoint.sh").read_text(), re.MULTILINE)
    assert {SERVICES[name]["command"][0] for name in OURS} == set(commands)


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "migrate"])
def test_every_lasting_part_has_a_health_check_and_comes_back(name: str) -> None:
    assert SERVICES[name]["healthcheck"]["test"][0] in {"CMD", "CMD-SHELL"}
    assert SERVICES[name]["restart"] == "unless-stopped"


@pytest.mark.parametrize("name", OURS)
def test_our_parts_may_do_little(name: str) -> None:
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["read_only"] is True
    assert "no-new-privileges:true" in service["security_opt"]


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_nothing_starts_before_the_database_is_migrated(name: str) -> None:
    waits = {other: condition["condition"] for other, condition in SERVICES[name]["depends_on"].items()}
    assert waits == {
        "database": "service_healthy",
        "broker": "service_healthy",
        "migrate": "service_completed_successfully",
    }


def test_what_is_kept_is_kept_in_named_volumes() -> None:
    mounted = [volume.partition(":")[0] for service in SERVICES.values() for volume in service["volumes"]]
    assert set(mounted) == set(COMPOSE["volumes"])


def test_no_password_is_written_down() -> None:
    text = (BASE_DIR / "docker-compose.yml").read_text()
    assert re.findall(r"PASSWORD: (?!\$\{\w+:\?)", text) == []


def test_the_image_runs_as_an_ordinary_user() -> None:
    instructions = [line.split() for line in (BASE_DIR / "Dockerfile").read_text().splitlines()]
    users = [line[1] for line in instructions if line[:1] == ["USER"]]
    assert users == ["tracker"]
    assert [line[0] for line in instructions if line][-1] == "CMD"
