"""The browser's files come from the lock file, with an npm from PyPI where the machine has none."""

import sys
from pathlib import Path

import pytest

from config import assets


def test_a_machine_with_node_uses_its_npm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets.shutil, "which", lambda name: f"/bin/{name}")
    assert assets.npm() == ["/bin/npm"]


def test_a_machine_without_node_gets_npm_from_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    monkeypatch.setattr(assets.shutil, "which", lambda _: None)
    monkeypatch.setattr(assets.subprocess, "run", lambda command, **_: commands.append(command))
    assert assets.npm() == [sys.executable, str(Path(sys.executable).parent / "npm")]
    assert "--require-hashes" in commands[0]
    assert commands[0][-1].endswith("requirements-node.txt")


def test_what_pages_use_is_copied_and_nothing_else_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "BASE_DIR", tmp_path)
    monkeypatch.setattr(assets, "VENDOR", tmp_path / "vendor")
    monkeypatch.setattr(assets, "npm", lambda: ["npm"])
    commands: list[list[str]] = []
    monkeypatch.setattr(assets.subprocess, "run", lambda command, **_: commands.append(command))
    for files in assets.FILES.values():
        for file in files:
            (tmp_path / "node_modules" / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "node_modules" / file).write_text(file)
    monkeypatch.setattr(assets, "REPORT_FONTS", tmp_path / "fonts")
    for file in assets.REPORT_FONT_FILES:
        font = tmp_path / "node_modules" / "@expo-google-fonts" / file
        font.parent.mkdir(parents=True, exist_ok=True)
        font.write_text(file)
    (tmp_path / "vendor" / "old").mkdir(parents=True)
    assets.main()
    assert len(list((tmp_path / "fonts").iterdir())) == len(assets.REPORT_FONT_FILES)
    assert commands[0][:2] == ["npm", "ci"]
    assert "--ignore-scripts" in commands[0]
    assert not (tmp_path / "vendor" / "old").exists()
    assert (tmp_path / "vendor" / "bootstrap" / "bootstrap.min.css").read_text() == assets.FILES["bootstrap"][0]
