"""Catalogues without gettext's tools: texts of modules and templates in, `.mo` files out."""

import gettext
import re
from pathlib import Path

import pytest

from config import messages

HEADER = """msgid ""
msgstr ""
"Language: fr\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"""
MODULE = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext
_("Factory")
ngettext("%(count)s link", "%(count)s links", 2)
pgettext("month", "May")
"""
TEMPLATE = """{% load i18n %}<p title="{{ _('Title') }}">
{% translate "Brand" %} {% translate "May" context "verb" %}
{% blocktranslate trimmed count n=rows %}
  {{ n }} row's 100%
{% plural %}
  {{ n }} rows
{% endblocktranslate %} {% include "x.html" with text=_("Note") only %}
"""
FOUND = {
    ("Factory", None),
    (("%(count)s link", "%(count)s links"), None),
    ("May", "month"),
    ("Title", None),
    ("Brand", None),
    ("May", "verb"),
    (("%(n)s row's 100%%", "%(n)s rows"), None),
    ("Note", None),
    ("Enclosure, plastics", None),
}
MARKS = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w*\}|<[^>]+>")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project with one module, one template and one empty catalogue."""
    monkeypatch.setattr(messages, "BASE_DIR", tmp_path)
    for folder in ("core/migrations", "templates/core", "supplychain/reference", "locale/fr/LC_MESSAGES"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "core" / "models.py").write_text(MODULE)
    (tmp_path / "core" / "migrations" / "0001_initial.py").write_text('_("never shown")')
    (tmp_path / "templates" / "core" / "page.html").write_text(TEMPLATE)
    (tmp_path / "supplychain" / "reference" / "stages.csv").write_text('code,name\nENC,"Enclosure, plastics"\n')
    (tmp_path / "locale" / "fr" / "LC_MESSAGES" / "django.po").write_text(HEADER)
    return tmp_path


@pytest.fixture
def catalogue(project: Path) -> Path:
    return project / "locale" / "fr" / "LC_MESSAGES" / "django.po"


def translate(catalogue: Path, text: str, translation: str) -> None:
    old = catalogue.read_text()
    assert f'msgid "{text}"\nmsgstr ""' in old
    catalogue.write_text(old.replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{translation}"'))


@pytest.mark.usefixtures("project")
def test_texts_of_modules_templates_and_reference_data_are_found() -> None:
    assert messages.keys(messages.template()) == FOUND


def test_extraction_fills_a_catalogue_and_keeps_its_translations(project: Path, catalogue: Path) -> None:
    assert messages.main("extract") == 0
    translate(catalogue, "Factory", "Usine")
    (project / "core" / "models.py").write_text('_("Factory"); _("Mine")')
    assert messages.main("extract") == 0
    text = catalogue.read_text()
    assert 'msgid "Factory"\nmsgstr "Usine"' in text
    assert 'msgid "Mine"\nmsgstr ""' in text
    assert "%(count)s link" not in text


def test_the_check_names_what_a_catalogue_lacks_and_holds_in_vain(
    project: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    messages.main("extract")
    assert messages.main("check") == 0
    (project / "core" / "models.py").write_text('_("Mine")')
    assert messages.main("check") == 1
    told = capsys.readouterr().err
    assert "django.po lacks Mine" in told
    assert "django.po holds Factory, which no source has" in told


@pytest.mark.usefixtures("project")
def test_a_compiled_catalogue_translates(catalogue: Path) -> None:
    messages.main("extract")
    translate(catalogue, "Factory", "Usine")
    assert messages.main("compile") == 0
    with catalogue.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert (compiled.gettext("Factory"), compiled.gettext("Brand")) == ("Usine", "Brand")


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """A text alone, or its forms for one and for many."""
    return [text] if isinstance(text, str) else list(text)


@pytest.mark.parametrize("path", messages.catalogues(), ids=lambda path: path.parts[-3])
def test_every_text_is_translated_and_keeps_its_placeholders(path: Path) -> None:
    held = [message for message in messages.read(path) if message.id]
    assert [message.id for message in held if message.fuzzy or not all(forms(message.string))] == []
    for message in held:
        marks = sorted(set(MARKS.findall(forms(message.id)[-1])))
        for translation in forms(message.string):
            assert sorted(set(MARKS.findall(translation))) == marks, message.id


def test_no_module_calls_gettext_by_a_name_that_extraction_does_not_know() -> None:
    modules = [path for path in messages.sources() if path.suffix == ".py"]
    names = {name for path in modules for name in re.findall(r"\bn?p?gettext\w* as (\w+)", path.read_text())}
    assert names <= set(messages.KEYWORDS)


@pytest.mark.parametrize(("name", "column"), messages.TRANSLATED_COLUMNS.items())
def test_reference_data_has_the_columns_that_are_translated(name: str, column: str) -> None:
    assert all(text for file, _line, text, *_ in messages.reference_texts() if file == name)
    assert column in (messages.BASE_DIR / name).read_text().partition("\n")[0].split(",")


def test_a_translation_with_other_placeholders_is_left_out_and_named(
    project: Path, catalogue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "core" / "models.py").write_text('_("From %(place)s")')
    messages.main("extract")
    translate(catalogue, "From %(place)s", "De %(lieu)s")
    assert messages.main("compile") == 0
    assert "placeholders differ: From %(place)s" in capsys.readouterr().err
    with catalogue.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("From %(place)s") == "From %(place)s"
