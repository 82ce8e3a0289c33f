"""A web server loads the pages before it listens, and needs no other server for it."""

import json
import subprocess
import sys

from tests.config.processes import BASE_DIR, environment

# Nobody listens at these addresses.
GIVEN = {
    "SECRET_KEY": "only-for-this-test-and-yet-long-enough-to-be-taken-for-random-9876543210",
    "DATABASE_URL": "postgres://tracker@127.0.0.1:9/tracker",
    "REDIS_URL": "redis://127.0.0.1:9/0",
    "ALLOWED_HOSTS": "tracker.example",
}
READ = """
import json, sys
from config import wsgi
from django.urls import get_resolver
from django.utils.translation import override
def is_known(code):
    with override(code):
        return code in get_resolver()._reverse_dict
known = {code: is_known(code) for code in ("en", "fr")}
print(json.dumps({"form": "campaigns.views.log.entering" in sys.modules, **known}))
"""


def test_pages_and_addresses_of_each_language_are_loaded_with_the_server() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", READ],
        cwd=BASE_DIR,
        env=environment(DJANGO_SETTINGS_MODULE="config.settings", **GIVEN),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert json.loads(done.stdout) == {"form": True, "en": True, "fr": True}
