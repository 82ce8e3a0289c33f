"""`python -m tests.architecture.docs`: what the documents fail to tell, or tell wrongly."""

import re
import subprocess
import sys
from pathlib import Path

from tests.architecture.sources import APPS, BASE_DIR

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
READ_BY_SETTINGS = re.compile(r"""(?:env\.\w+|required)\(\s*"([A-Z][A-Z0-9_]+)\"""")


def documents() -> list[Path]:
    """The project's Markdown files."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
        cwd=BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return [BASE_DIR / name for name in listed.stdout.splitlines() if (BASE_DIR / name).exists()]


def broken_links() -> list[str]:
    """Relative links that lead nowhere."""
    return [
        f"{document.relative_to(BASE_DIR)}: {target}"
        for document in documents()
        for target in LINK.findall(document.read_text())
        if not (document.parent / target).exists()
    ]


def commands() -> list[str]:
    """Names of the project's management commands."""
    found = [path for app in APPS for path in (BASE_DIR / app).glob("management/commands/*.py")]
    return sorted(path.stem for path in found if not path.stem.startswith("_"))


def undocumented_commands() -> list[str]:
    """Management commands that no document names."""
    text = "".join(document.read_text() for document in documents())
    return [name for name in commands() if f"`{name}" not in text and f"manage.py {name}" not in text]


def variables() -> list[str]:
    """Environment variables that the settings read."""
    return sorted(set(READ_BY_SETTINGS.findall((BASE_DIR / "config" / "settings.py").read_text())))


def variables_of_the_example() -> list[str]:
    """Environment variables that `.env.example` shows, commented out or not."""
    return re.findall(r"^#? ?([A-Z][A-Z0-9_]+)=", (BASE_DIR / ".env.example").read_text(), re.MULTILINE)


def problems() -> list[str]:
    """Everything that is wrong, one line each."""
    shown = variables_of_the_example()
    return [
        *(f"broken link in {place}" for place in broken_links()),
        *(f"no document names the command {name}" for name in undocumented_commands()),
        *(f".env.example lacks {name}" for name in variables() if name not in shown),
    ]


if __name__ == "__main__":
    sys.exit("\n".join(problems()) or 0)
