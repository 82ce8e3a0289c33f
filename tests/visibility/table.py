"""The table of docs/visibility.md, read as data."""

from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "visibility.md"
VIEWERS = ("anonymous", "registered", "buyer", "peer", "partner", "monitor", "administrator")


@dataclass(frozen=True)
class Row:
    """Who sees an object in a state; cells by viewer: yes, no, counted."""

    object: str
    state: str
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.object}: {self.state}"


def rows() -> list[Row]:
    """The rows of the table under "Table"."""
    text = DOCUMENT.read_text().partition("\n## Table\n")[2].partition("\n## ")[0]
    lines = [line.strip().strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    heads, _rule, *body = [[cell.strip() for cell in line] for line in lines]
    assert tuple(heads[2:]) == VIEWERS
    return [Row(cells[0], cells[1], dict(zip(VIEWERS, cells[2:], strict=True))) for cells in body]
