"""The program's own PostgreSQL and Valkey, for the demonstration and the tests.

The binaries come from two packages and are run by this package alone. Every
process that uses the servers of a data directory holds a *lease* on them: a
shared lock that the system takes back when the process ends, however it ends.
A small *keeper* process waits for the last lease to go and then stops the
servers; so nothing stays behind, not even after SIGKILL. Where the keeper was
killed too, the next start takes over what still runs.

Run as root, PostgreSQL and Valkey run as `nobody`, from a folder of our own
under the system's `var/tmp`: the data directory may lie where `nobody` cannot
go, and no folder that is not ours changes its mode or owner.

Only the standard library is imported, and neither Django nor the rest of
`config`: the keeper and `make clean-demo` run this folder by its path.
"""

import contextlib
import fcntl
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from .keeper import locked, open_lock, start_keeper
from .place import Place, ServerError
from .postgres import DATABASE, USER, start_postgres
from .processes import stop
from .valkey import start_valkey

__all__ = ["ServerError", "Servers", "held", "leave", "remove", "use"]


@dataclass(frozen=True)
class Servers:
    """Addresses of running servers, and a secret key that stays the same for their data directory."""

    database_url: str
    redis_url: str
    secret_key: str


_leases: dict[Path, int] = {}


def use(data_dir: Path, *, durable: bool = True) -> Servers:
    """Addresses of the servers of `data_dir`, started if need be, kept until this process ends or leaves.

    `durable=False` trades the safety of the data for speed (tests); it counts when the servers start.
    Raises ServerError.
    """
    place = Place(data_dir.resolve())
    if place.data_dir not in _leases:
        place.make_own_folder()
        with locked(place.own / "start.lock"):
            lease = open_lock(place.own / "lease")
            try:
                fcntl.flock(lease, fcntl.LOCK_SH)
                place.make_folders()
                start_keeper(place)
                start_postgres(place, durable=durable)
                start_valkey(place)
            except BaseException:
                os.close(lease)
                raise
        _leases[place.data_dir] = lease
    state = place.state
    return Servers(
        database_url=f"postgres://{USER}:{state['postgres_password']}@/{place.sockets}/{DATABASE}",
        redis_url=f"redis://:{state['valkey_password']}@127.0.0.1:{state['port']}/0",
        secret_key=state["secret_key"],
    )


def held() -> tuple[int, ...]:
    """File descriptors of this process's leases: a child that inherits them keeps the servers up until it ends."""
    return tuple(_leases.values())


def leave(data_dir: Path) -> None:
    """Give this process's lease back; the last one out stops the servers, and returns when they have stopped."""
    place = Place(data_dir.resolve())
    lease = _leases.pop(place.data_dir, None)
    if lease is None:
        return
    os.close(lease)
    lease = open_lock(place.own / "lease")
    try:
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
        stop(place)
    except BlockingIOError:
        # Others use the servers, or the keeper is stopping them: then this waits for it.
        fcntl.flock(lease, fcntl.LOCK_SH)
    finally:
        os.close(lease)


def remove(data_dir: Path) -> None:
    """Stop the servers of `data_dir` and delete all they keep. Raises ServerError while a process uses them."""
    place = Place(data_dir.resolve())
    if not place.own.is_dir():
        return
    with locked(place.own / "start.lock"):
        lease = open_lock(place.own / "lease")
        try:
            _refuse_users(place, lease)
            # Waits for a keeper that is stopping them.
            fcntl.flock(lease, fcntl.LOCK_EX)
            stop(place)
            for folder in (place.sockets, place.home, place.own):
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(lease)


def _refuse_users(place: Place, lease: int) -> None:
    """Raise ServerError where a process holds a lease. Users share it; a keeper that stops the servers does not."""
    try:
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(lease, fcntl.LOCK_SH | fcntl.LOCK_NB)
            message = f"The servers of {place.data_dir} are in use: stop the program that uses them first."
            raise ServerError(message) from None
