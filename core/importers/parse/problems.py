"""What is wrong with a cell, a row or a file, by code; the texts stand in `core.importers.texts`."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What a problem means for its row."""

    WARNING = "warning"
    REVIEW = "review"
    REJECTION = "rejection"


@dataclass(frozen=True)
class Problem:
    """One remark on one field. `value` is what was read, or what it clashes with."""

    code: str
    field: str = ""
    value: str = ""
    severity: Severity = Severity.WARNING


class Unreadable(Exception):
    """Nothing can be done with the file or its mapping; `problem` says why."""

    def __init__(self, code: str, value: str = "", field: str = "") -> None:
        super().__init__(code, value, field)
        self.problem = Problem(code, field, value, Severity.REJECTION)


def rejection(code: str, field: str = "", value: str = "") -> Problem:
    return Problem(code, field, value, Severity.REJECTION)


def review(code: str, field: str = "", value: str = "") -> Problem:
    return Problem(code, field, value, Severity.REVIEW)


def worst(problems: tuple[Problem, ...]) -> Severity:
    """The gravest severity among `problems`; a warning where there is none."""
    found = {problem.severity for problem in problems}
    grave = (Severity.REJECTION, Severity.REVIEW)
    return next((severity for severity in grave if severity in found), Severity.WARNING)
