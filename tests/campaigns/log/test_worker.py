"""The script that lets the form open without a connection."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from campaigns.views.log.worker import FILES, SCRIPT, version

OWN = Path(settings.BASE_DIR) / "static"


@pytest.mark.parametrize(("language", "prefix"), [("", "outreach-en"), ("/fr", "outreach-fr")])
def test_it_answers_for_the_form_in_each_language(db, language, prefix):
    response = Client().get(f"{language}/outreach/worker.js")
    first, second = response.content.decode().splitlines()
    chosen = json.loads(first.removeprefix("self.SETTINGS = ").removesuffix(";"))
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert "no-cache" in response["Cache-Control"]
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert chosen["form"] == f"{language}/outreach/new/"
    assert chosen["prefix"] == prefix
    assert chosen["version"] == version()
    assert second == 'importScripts("/static/js/outreach/worker.js");'


def test_it_keeps_every_file_that_the_form_asks_for(phone):
    page = phone.get("/outreach/new/").content.decode()
    asked = re.findall(r'<(?:link rel="(?:stylesheet|icon)"|script)[^>]*?(?:href|src)="/static/([^"]+)"', page)
    scripts = {f"js/outreach/{path.name}" for path in (OWN / "js" / "outreach").glob("*.js")}
    assert set(FILES) == {*asked, *scripts} - {SCRIPT}


def test_every_file_is_there():
    assert [name for name in (*FILES, SCRIPT) if not finders.find(name)] == []


def test_a_changed_file_changes_the_version(tmp_path, monkeypatch):
    before = version()
    changed = tmp_path / "form.js"
    changed.write_text("// new")
    find = finders.find
    monkeypatch.setattr(finders, "find", lambda name: str(changed) if name.endswith("form.js") else find(name))
    assert version() != before
