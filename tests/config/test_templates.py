"""Templates have one form, and each compiles."""

from pathlib import Path

import pytest

from config import templates


@pytest.fixture
def page(tmp_path: Path, settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One page in a project of its own."""
    settings.TEMPLATES = [{**settings.TEMPLATES[0], "DIRS": [tmp_path / "templates"], "APP_DIRS": False}]
    monkeypatch.setattr(templates, "BASE_DIR", tmp_path)
    (tmp_path / "templates").mkdir()
    return tmp_path / "templates" / "page.html"


def test_a_page_in_form_that_compiles_passes(page: Path) -> None:
    page.write_text("{% load i18n %}\n<p>{{ name }}</p>\n")
    assert templates.main([]) == 0


def test_a_page_out_of_form_fails_and_can_be_mended(page: Path) -> None:
    page.write_text("{%load i18n%}<p>{{name}}</p>")
    assert templates.main([]) == 1
    assert templates.main(["--fix"]) == 0
    assert templates.main([]) == 0
    assert "{{ name }}" in page.read_text()


def test_a_page_that_does_not_compile_is_named(page: Path, capfd: pytest.CaptureFixture[str]) -> None:
    page.write_text("{% nonsense %}\n")
    assert templates.main([]) == 1
    assert "page.html: Invalid block tag on line 1: 'nonsense'" in capfd.readouterr().err
