"""Templates name only templates that are there."""

import re
from pathlib import Path

from django.conf import settings

FOLDER = settings.BASE_DIR / "templates"
NAMED = re.compile(r'{% (?:include|extends) "([^"]+)"')
OTHERS = ("admin/", "django/")


def test_every_included_template_is_there() -> None:
    named = {
        (path.relative_to(FOLDER), name)
        for path in sorted(FOLDER.rglob("*"))
        if path.is_file()
        for name in NAMED.findall(path.read_text(encoding="utf-8"))
        if not name.startswith(OTHERS)
    }
    assert len(named) > 100
    assert [(str(path), name) for path, name in named if not Path(FOLDER / name).is_file()] == []
