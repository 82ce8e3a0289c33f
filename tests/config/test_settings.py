"""Production by default: what matters and is missing stops the start, and says so."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.config.processes import BASE_DIR, environment

GIVEN = {
    "SECRET_KEY": "only-for-this-test-and-yet-long-enough-to-be-taken-for-random-9876543210",
    "DATABASE_URL": "postgres://tracker@localhost/tracker",
    "REDIS_URL": "redis://localhost:6379/0",
    "ALLOWED_HOSTS": "tracker.example",
}
READ = """
import json
from config import settings
names = ["DEBUG", "DEMO", "SESSION_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "ALLOWED_HOSTS"]
print(json.dumps({name: getattr(settings, name, None) for name in names}))
"""


def python(*arguments: str, **values: str) -> "subprocess.CompletedProcess[str]":
    """What a Python program of the project does with these environment variables."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=BASE_DIR,
        env=environment(DJANGO_SETTINGS_MODULE="config.settings", **values),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL", "REDIS_URL"])
def test_a_missing_value_stops_the_start_with_a_hint(missing: str) -> None:
    done = python("-c", READ, **{name: value for name, value in GIVEN.items() if name != missing})
    assert done.returncode == 1
    assert f"{missing} is not set. Give" in done.stderr
    assert done.stderr.rstrip().endswith("See .env.example.")


def test_production_is_the_default() -> None:
    done = python("-c", READ, **GIVEN)
    assert json.loads(done.stdout) == {
        "DEBUG": False,
        "DEMO": False,
        "SESSION_COOKIE_SECURE": True,
        "SECURE_SSL_REDIRECT": True,
        "ALLOWED_HOSTS": ["tracker.example"],
    }


def test_a_demonstration_needs_debug_too() -> None:
    assert json.loads(python("-c", READ, DEMO="1", **GIVEN).stdout)["DEMO"] is False
    assert json.loads(python("-c", READ, DEMO="1", DEBUG="1", **GIVEN).stdout)["DEMO"] is True


def test_the_deploy_check_has_nothing_to_say() -> None:
    done = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **GIVEN)
    assert done.returncode == 0, done.stderr


def test_static_files_are_collected_under_names_that_tell_their_content(tmp_path: Path) -> None:
    collect = (
        "from django.conf import settings; from django.core.management import call_command; import django, sys;"
        "settings.STATIC_ROOT = sys.argv[1]; django.setup(); call_command('collectstatic', interactive=False)"
    )
    done = python("-c", collect, str(tmp_path), **GIVEN)
    assert done.returncode == 0, done.stderr
    manifest = json.loads((tmp_path / "staticfiles.json").read_text())
    assert manifest["paths"]["vendor/bootstrap/bootstrap.min.css"] != "vendor/bootstrap/bootstrap.min.css"
