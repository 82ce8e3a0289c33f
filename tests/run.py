"""`make test`: the whole suite, in two parts, with the branch coverage of both and one summary as the last line.

What needs no browser runs on several processors; browser tests run after it in one process, so that a page never
waits for a processor. Arguments go to pytest: `python -m tests.run tests/core -k public_ids`.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

BASE_DIR = Path(__file__).resolve().parent.parent
PROCESSES = "2"
NO_TESTS = 5
WORDS = ("failed", "passed", "skipped", "errors")
PARTS = {
    "All but the browser": ["-m", "not browser", "-n", PROCESSES, "--dist", "loadscope"],
    "In the browser": ["-m", "browser"],
}


def run(part: list[str], arguments: list[str], report: Path) -> int:
    """Exit code of pytest on one part of the suite; no test in it is no failure."""
    coverage = ["--cov", "--cov-append", "--cov-report=", "--cov-fail-under=0"]
    command = [sys.executable, "-m", "pytest", "-q", *coverage, f"--junitxml={report}", *part, *arguments]
    code = subprocess.run(command, cwd=BASE_DIR, check=False).returncode
    return 0 if code == NO_TESTS else code


def counts(report: Path) -> Counter[str]:
    """How many tests a part's report counts, by outcome."""
    found: Counter[str] = Counter()
    if not report.exists():
        return found
    for suite in ElementTree.parse(report).iter("testsuite"):  # noqa: S314 (written by our own pytest)
        number = {name: int(suite.get(name) or 0) for name in ("tests", "failures", "errors", "skipped")}
        found["failed"] += number["failures"]
        found["errors"] += number["errors"]
        found["skipped"] += number["skipped"]
        found["passed"] += number["tests"] - number["failures"] - number["errors"] - number["skipped"]
    return found


def measure() -> int:
    """Exit code of the coverage report: non-zero below the figure in pyproject.toml."""
    return subprocess.run([sys.executable, "-m", "coverage", "report"], cwd=BASE_DIR, check=False).returncode


def summary(found: Counter[str], seconds: float) -> str:
    """One line in pytest's words."""
    told = ", ".join(f"{found[word]} {word}" for word in WORDS if found[word]) or "no tests ran"
    return f"{'=' * 10} {told} in {seconds:.2f}s {'=' * 10}"


def main(arguments: list[str]) -> int:
    """Exit code of the whole run. Coverage of a part of the suite says nothing, so arguments leave it out."""
    start = time.monotonic()
    for old in BASE_DIR.glob(".coverage*"):
        old.unlink()
    found: Counter[str] = Counter()
    code = 0
    with tempfile.TemporaryDirectory() as folder:
        for title, part in PARTS.items():
            print(f"--- {title} ---", flush=True)
            report = Path(folder) / f"{re.sub('[^a-z]+', '-', title.lower())}.xml"
            code = run(part, arguments, report) or code
            found += counts(report)
    if not arguments:
        code = measure() or code
    print(summary(found, time.monotonic() - start), flush=True)
    return code or (0 if found["passed"] else NO_TESTS)


if __name__ == "__main__":
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    sys.exit(main(sys.argv[1:]))
