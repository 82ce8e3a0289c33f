"""The tables of docs/visibility.md, read as data."""

from dataclasses import dataclass
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent.parent / "docs" / "visibility.md"
BUYING = "Table"
CAMPAIGNS = "Records of campaign partners"
VIEWERS = {
    BUYING: ("anonymous", "registered", "buyer", "peer", "partner", "monitor", "administrator"),
    CAMPAIGNS: (
        "anonymous",
        "registered",
        "buyer",
        "group member",
        "own partner",
        "co-partner",
        "coordinator",
        "other partner",
        "monitor",
        "administrator",
    ),
}


@dataclass(frozen=True)
class Row:
    """Who sees an object in a state; cells by viewer: yes, no, counted."""

    table: str
    object: str
    state: str
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.object}: {self.state}"


def rows() -> list[Row]:
    """The rows of every table."""
    return [row for heading in VIEWERS for row in _rows_under(heading)]


def _rows_under(heading: str) -> list[Row]:
    text = DOCUMENT.read_text().partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    text = text[text.index("| object |") :]
    lines = [line.strip().strip("|").split("|") for line in text.splitlines() if line.startswith("|")]
    heads, _rule, *body = [[cell.strip() for cell in line] for line in lines]
    viewers = VIEWERS[heading]
    assert tuple(heads[2:]) == viewers
    return [Row(heading, cells[0], cells[1], dict(zip(viewers, cells[2:], strict=True))) for cells in body]
