"""`python -m config.templates [--fix]`: whether every template has djade's form and compiles."""

import subprocess
import sys
from pathlib import Path

import django
from django.template import TemplateSyntaxError
from django.template.loader import get_template

BASE_DIR = Path(__file__).resolve().parent.parent
APPS = ("config", "core", "supplychain", "procurement", "campaigns")


def folders() -> list[Path]:
    """Where Django looks for the project's templates."""
    return [BASE_DIR / "templates", *(BASE_DIR / app / "templates" for app in APPS)]


def templates() -> dict[str, Path]:
    """Every template's file by the name that Django knows it by."""
    return {
        str(path.relative_to(folder)): path
        for folder in folders()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def form(*, fix: bool) -> bool:
    """Whether all templates have djade's form, given to them first where `fix` is set."""
    pages = [str(path) for path in templates().values() if path.suffix == ".html"]
    command = [str(Path(sys.executable).parent / "djade"), "--target-version", "5.2"]
    return subprocess.run([*command, *([] if fix else ["--check"]), *pages], check=False).returncode == 0


def broken() -> list[str]:
    """Templates that do not compile, with the reason."""
    django.setup()
    found = []
    for name in templates():
        try:
            get_template(name)
        except TemplateSyntaxError as error:
            found.append(f"{name}: {error}")
    return found


def main(arguments: list[str]) -> int:
    """Exit code of the check."""
    fix = "--fix" in arguments
    formed = form(fix=fix) or fix
    found = broken()
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return int(bool(found) or not formed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
