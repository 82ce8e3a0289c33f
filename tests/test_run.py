"""`make test`: one summary of both parts, and an exit code that hides nothing."""

from collections import Counter
from pathlib import Path

import pytest

from tests import run

REPORT = '<testsuites><testsuite tests="9" failures="2" errors="1" skipped="3"/></testsuites>'


def test_a_report_is_counted_by_outcome(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT)
    assert run.counts(tmp_path / "report.xml") == Counter(passed=3, failed=2, errors=1, skipped=3)
    assert run.counts(tmp_path / "none.xml") == Counter()


def test_the_summary_reads_like_pytests_own() -> None:
    assert run.summary(Counter(passed=12, skipped=3), 4.5) == "========== 12 passed, 3 skipped in 4.50s =========="
    assert run.summary(Counter(), 0) == "========== no tests ran in 0.00s =========="


@pytest.mark.parametrize(
    ("codes", "measured", "arguments", "expected"),
    [
        ([0, 0], 0, [], 0),
        ([1, 0], 0, [], 1),
        ([0, 2], 0, ["tests/core"], 2),
        ([0, 0], 2, [], 2),
        ([0, 0], 2, ["tests/core"], 0),
    ],
)
def test_any_failure_is_the_runs_failure(
    monkeypatch: pytest.MonkeyPatch, codes: list[int], measured: int, arguments: list[str], expected: int
) -> None:
    left = list(codes)
    monkeypatch.setattr(run, "BASE_DIR", Path("/nowhere"))
    monkeypatch.setattr(run, "run", lambda *_: left.pop(0))
    monkeypatch.setattr(run, "counts", lambda _: Counter(passed=1))
    monkeypatch.setattr(run, "measure", lambda: measured)
    assert run.main(arguments) == expected


def test_a_run_without_any_test_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BASE_DIR", Path("/nowhere"))
    monkeypatch.setattr(run, "run", lambda *_: 0)
    assert run.main(["-k", "nothing"]) == run.NO_TESTS
