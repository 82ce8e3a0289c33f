"""An import is whole or not at all, and either way on record."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from core.importers.kinds import import_kinds
from core.importers.parse.problems import Unreadable
from core.importers.texts import TEXTS, text_of
from core.models import ImportRun, Organisation, Source
from supplychain.importers import brands
from supplychain.models import Brand
from tests.factories.core import SourceFactory, UserFactory
from tests.importing import SOURCE, countries, run

pytestmark = pytest.mark.django_db
LIST = "brand,country\nLumen,DE\nNimbus,Nowhere\n"


@pytest.fixture(autouse=True)
def _countries(request: pytest.FixtureRequest) -> None:
    countries()


def failure() -> tuple[str, str, str]:
    """State and message of the only run."""
    failed = ImportRun.objects.get()
    row = failed.rows.get()
    assert row.number == 0
    return (failed.state, row.messages[0]["code"], row.messages[0]["value"])


def test_a_run_keeps_file_mapping_actor_reason_and_rows() -> None:
    admin = UserFactory(admin=True)
    result = run("brands", LIST, {"source": SOURCE}, actor=admin)
    kept = ImportRun.objects.get()
    assert (kept.kind, kept.file_name, kept.actor, kept.reason) == ("brands", "list.csv", admin, "Test import")
    assert (kept.state, kept.read_count, kept.created_count, kept.rejected_count) == ("completed", 2, 1, 1)
    assert kept.mapping["headers"] == ["brand", "country"]
    assert kept.mapping["columns"] == {"name": ["brand"], "country": ["country"]}
    assert [row.raw for row in kept.rows.order_by("number")] == [
        {"brand": "Lumen", "country": "DE"},
        {"brand": "Nimbus", "country": "Nowhere"},
    ]
    assert result.summary()["run"] == kept.public_id
    assert kept.finished_at is not None


def test_a_file_that_cannot_be_read_leaves_a_failed_run() -> None:
    with pytest.raises(Unreadable):
        run("brands", "brand\n", {"source": SOURCE})
    assert failure() == ("failed", "file-without-rows", "brand")


def test_an_unknown_source_that_the_mapping_does_not_describe_is_refused() -> None:
    with pytest.raises(Unreadable):
        run("brands", LIST, {})
    assert failure() == ("failed", "source-unknown", "test-list")


@pytest.mark.parametrize("wrong", [{"kind": "rumour"}, {"granularity": "street"}, {"title": "x" * 301}, {"url": "no"}])
def test_a_source_that_cannot_be_recorded_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Unreadable):
        run("brands", LIST, {"source": {**SOURCE, **wrong}})
    assert failure()[:2] == ("failed", "source-values")
    assert not Brand.objects.exists()


def test_without_countries_nothing_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.importers.pipeline.Country.objects.values_list", lambda *names: [])
    with pytest.raises(Unreadable):
        run("brands", LIST, {"source": SOURCE})
    assert failure()[1] == "countries-missing"


def test_an_error_midway_leaves_nothing_half_saved(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_off(*args: Any, **kwargs: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("core.services.bodies._fill", break_off)
    with pytest.raises(ZeroDivisionError):
        run("brands", LIST, {"source": SOURCE})
    assert failure() == ("failed", "run-failed", "ZeroDivisionError")
    assert not Brand.objects.exists()
    assert not Organisation.objects.exists()
    assert not Source.objects.filter(code="test-list").exists()


def test_every_kind_is_declared_with_texts_for_its_codes() -> None:
    kinds = import_kinds()
    assert set(kinds) == {"factories", "brands", "products", "procurers"}
    assert kinds["brands"] is brands.BRANDS
    for kind in kinds.values():
        assert all(kind.texts.values())
        assert not set(kind.texts) & set(TEXTS)


def test_a_text_is_the_kinds_own_or_the_common_one() -> None:
    with pytest.raises(Unreadable) as caught:
        run("brands", "", {"source": SOURCE})
    assert text_of(caught.value.problem, {}) == TEXTS["file-empty"]
    assert text_of(caught.value.problem, {"file-empty": "Own."}) == "Own."


class TestCommand:
    def call(self, tmp_path: Path, text: str = LIST, **options: Any) -> None:
        file = tmp_path / "list.csv"
        file.write_text(text)
        if (mapping := options.pop("mapping", {"source": SOURCE})) is not None:
            path = tmp_path / "mapping.json"
            path.write_text(mapping if isinstance(mapping, str) else json.dumps(mapping))
            options["mapping"] = str(path)
        call_command("import_list", str(file), **{"kind": "brands", "source": "test-list", **options})

    def test_the_last_line_is_the_summary(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.call(tmp_path, json=True)
        *_, made, words, summary = capsys.readouterr().out.splitlines()
        assert made == "Made: 1 brands."
        assert words.startswith("read 2, created 1, changed 0, unchanged 0, review 0, rejected 1, warnings 0, run X-")
        assert json.loads(summary) == {
            "read": 2,
            "created": 1,
            "changed": 0,
            "unchanged": 0,
            "review": 0,
            "rejected": 1,
            "warnings": 0,
            "run": ImportRun.objects.get().public_id,
        }

    def test_remarks_are_counted_by_code(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.call(tmp_path, dry_run=True)
        out = capsys.readouterr().out
        assert "     1 country-unknown: This is no country." in out
        assert "Would make: 1 brands." in out
        assert not Brand.objects.exists()

    def test_a_second_run_makes_nothing(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.call(tmp_path)
        self.call(tmp_path)
        assert "Made: nothing." in capsys.readouterr().out

    def test_a_source_on_record_needs_no_mapping(self, tmp_path: Path) -> None:
        SourceFactory(code="test-list")
        self.call(tmp_path, mapping=None)
        assert Brand.objects.count() == 1

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            ({"kind": "chairs"}, "There is no kind of list called 'chairs'; known are brands, factories"),
            ({"source": "nosuch", "mapping": None}, "No source has this code."),
            ({"mapping": "{"}, "The mapping is no JSON object."),
            (
                {"mapping": {"columns": {"name": "Marke"}}},
                "names a column that the file does not have. (column-missing",
            ),
            ({"text": "brand\n"}, "The file has a header and no rows below it."),
            ({"text": "brand,country\nLumen,Nowhere\n"}, "Not one row could be used."),
        ],
    )
    def test_where_nothing_can_be_done_it_fails_and_says_why(
        self, tmp_path: Path, options: dict[str, Any], said: str
    ) -> None:
        with pytest.raises(CommandError, match=said.replace("(", r"\(").replace(".", r"\.")):
            self.call(tmp_path, **options)
        assert not Brand.objects.exists()

    def test_files_that_are_missing_or_no_text_are_named(self, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match=r"nowhere\.csv cannot be read: No such file"):
            call_command("import_list", "nowhere.csv", kind="brands", source="x")
        file = tmp_path / "m.json"
        file.write_bytes(b"\xff\xfe")
        with pytest.raises(CommandError, match=r"m\.json is not UTF-8"):
            call_command("import_list", str(file), kind="brands", source="x", mapping=str(file))
