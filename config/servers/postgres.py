"""Starts PostgreSQL: a cluster with a password, on a socket in a folder of its own."""

import shutil
import socket
import sys
import time
from pathlib import Path

from .place import Place, ServerError, own_folder, write_private
from .processes import is_ours, pid_in, run, wait
from .programs import postgres_programs, postgres_version

DATABASE = USER = "tracker"
# Search by trigrams needs character classes beyond ASCII; the order of texts must not depend on the machine.
LOCALE = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
SECONDS_TO_START = 60
ATTEMPTS = 3


def start_postgres(place: Place, *, durable: bool) -> None:
    """Start PostgreSQL unless it answers. Raises ServerError."""
    pid_file = place.cluster / "postmaster.pid"
    # One may be starting whose starter was killed; let it come up, or end.
    wait(lambda: _answers(place) or not is_ours(pid_in(pid_file), place), SECONDS_TO_START)
    if _answers(place):
        return
    # Left by a killed server. PostgreSQL would believe them if a stranger had its process id by now;
    # what remains of the old server still keeps a new one off, by its shared memory.
    for stale in (pid_file, place.socket, Path(f"{place.socket}.lock")):
        stale.unlink(missing_ok=True)
    programs = postgres_programs(place)
    _check_version(place)
    if not place.cluster.exists():
        _make_cluster(place, programs, durable=durable)
    _write_settings(place, durable=durable)
    _start(place, programs)


def _start(place: Place, programs: Path) -> None:
    command = [str(programs / "pg_ctl"), "start", "--wait", f"--timeout={SECONDS_TO_START}"]
    for attempt in range(1, ATTEMPTS + 1):
        try:
            run(
                place,
                [*command, "-o", f"-c cluster_name={place.mark}"],
                log="postgres.log",
                PGDATA=str(place.cluster),
                LC_ALL=LOCALE,
            )
        except RuntimeError as error:
            if attempt == ATTEMPTS:
                raise ServerError(str(error)) from error
            # The workers of a killed server end by themselves within a moment.
            time.sleep(1)
        else:
            return


def _answers(place: Place) -> bool:
    """Whether PostgreSQL is ready and takes connections on the socket of this place."""
    try:
        status = (place.cluster / "postmaster.pid").read_text().split("\n")[7].strip()
    except (OSError, IndexError):
        return False
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(5)
        return status == "ready" and client.connect_ex(str(place.socket)) == 0


def _check_version(place: Place) -> None:
    version_file = place.cluster / "PG_VERSION"
    found = version_file.read_text().strip() if version_file.exists() else postgres_version()
    if found != postgres_version():
        message = (
            f"{place.cluster} was made by PostgreSQL {found} and cannot be read by {postgres_version()}: "
            "make clean-demo starts afresh."
        )
        raise ServerError(message)


def _make_cluster(place: Place, programs: Path, *, durable: bool) -> None:
    """Make the database cluster, whole or not at all."""
    new = place.home / "postgres.new"
    shutil.rmtree(new, ignore_errors=True)
    own_folder(new, place.owner, 0o700)
    password = place.home / "password"
    password.unlink(missing_ok=True)
    write_private(password, place.state["postgres_password"], place.owner)
    options = [f"--locale={LOCALE}", "--encoding=UTF8", "--auth=scram-sha-256", "--no-instructions"]
    options += ["--lc-collate=C"] if LOCALE != "C.UTF-8" else []
    options += [] if durable else ["--no-sync"]
    initdb = [str(programs / "initdb"), "-D", str(new), "-U", USER, f"--pwfile={password}", *options]
    single = [str(programs / "postgres"), "--single", "-D", str(new), "postgres"]
    try:
        run(place, initdb, log="postgres.log", LC_ALL=LOCALE)
        run(place, single, log="postgres.log", LC_ALL=LOCALE, text=f"CREATE DATABASE {DATABASE}\n")
    except RuntimeError as error:
        raise ServerError(str(error)) from error
    finally:
        password.unlink()
    with (new / "postgresql.conf").open("a") as settings:
        settings.write(f"\ninclude = {_quoted(place.home / 'postgres.conf')}\n")
    new.rename(place.cluster)


def _write_settings(place: Place, *, durable: bool) -> None:
    safe = "on" if durable else "off"
    settings = {
        "listen_addresses": "''",
        "unix_socket_directories": _quoted(place.sockets),
        "unix_socket_permissions": "0700",
        "max_connections": "60",
        "timezone": "'UTC'",
        "jit": "off",
        "random_page_cost": "1.1",
        "shared_buffers": "256MB",
        "work_mem": "16MB",
        "max_wal_size": "4GB",
        "fsync": safe,
        "synchronous_commit": safe,
        "full_page_writes": safe,
    }
    path = place.home / "postgres.conf"
    path.write_text("".join(f"{name} = {value}\n" for name, value in settings.items()))
    path.chmod(0o644)


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("\\", "\\\\").replace("'", "''") + "'"
