"""Installs the browser's files from the lock file and copies what pages use to `static/vendor/`.

Run by its path, with the standard library alone. A machine without Node.js gets npm from a Python package.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
VENDOR = BASE_DIR / "static" / "vendor"
# Fonts of printed reports: whole ones, for all scripts. They are not served.
REPORT_FONTS = BASE_DIR / "core" / "reports" / "paper" / "fonts"
REPORT_FONT_FILES = [
    "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
    "source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
    "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
    "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf",
]
FILES = {
    "bootstrap": [
        "bootstrap/dist/css/bootstrap.min.css",
        "bootstrap/dist/js/bootstrap.bundle.min.js",
        # Named by the two files above; the manifest of static files wants to find them.
        "bootstrap/dist/css/bootstrap.min.css.map",
        "bootstrap/dist/js/bootstrap.bundle.min.js.map",
        "bootstrap/LICENSE",
    ],
    "source-sans-3": [
        "@fontsource-variable/source-sans-3/wght.css",
        "@fontsource-variable/source-sans-3/LICENSE",
    ],
    "source-serif-4": [
        "@fontsource/source-serif-4/600.css",
        "@fontsource/source-serif-4/LICENSE",
    ],
    # Outlines of countries, read by the server for its maps (`core.charts.maps`).
    "world-atlas": ["world-atlas/countries-50m.json", "world-atlas/LICENSE"],
    # Part of Bootstrap's bundle.
    "popper": ["@popperjs/core/LICENSE.md"],
}


def npm() -> list[str]:
    """Command that runs npm, fetched first where the machine has none."""
    if shutil.which("node") and (found := shutil.which("npm")):
        return [found]
    listed = BASE_DIR / "requirements-node.txt"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes"]
    subprocess.run([*pip, "-r", str(listed)], check=True)
    return [sys.executable, str(Path(sys.executable).parent / "npm")]


def main() -> None:
    """Bring `node_modules` and `static/vendor` to the state of the lock file."""
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    # Networks with a certificate authority of their own: what the system trusts, Node.js trusts.
    environment["NODE_USE_SYSTEM_CA"] = "1"
    command = [*npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]
    subprocess.run(command, cwd=BASE_DIR, env=environment, check=True, stdout=sys.stderr)
    shutil.rmtree(VENDOR, ignore_errors=True)
    for name, files in FILES.items():
        for file in files:
            target = VENDOR / name / Path(file).name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(BASE_DIR / "node_modules" / file, target)
            if target.suffix == ".css":
                copy_fonts(BASE_DIR / "node_modules" / file, target.parent)
    copy_report_fonts()


def copy_report_fonts() -> None:
    shutil.rmtree(REPORT_FONTS, ignore_errors=True)
    REPORT_FONTS.mkdir(parents=True)
    for file in REPORT_FONT_FILES:
        shutil.copyfile(BASE_DIR / "node_modules" / "@expo-google-fonts" / file, REPORT_FONTS / Path(file).name)


def copy_fonts(sheet: Path, folder: Path) -> None:
    """Copy the font files that `sheet` names to the same place beside its copy in `folder`."""
    for named in re.findall(r"url\(\./(files/[^)]+)\)", sheet.read_text()):
        (folder / named).parent.mkdir(exist_ok=True)
        shutil.copyfile(sheet.parent / named, folder / named)


if __name__ == "__main__":
    main()
