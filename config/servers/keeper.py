"""Locks, and the process that stops the servers when nobody holds a lease any more."""

from __future__ import annotations

import contextlib
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from .place import Place
from .processes import stop


def open_lock(path: Path) -> int:
    """File descriptor of the lock file `path`, made if missing; not inherited by programs that are started."""
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file `path` alone."""
    while True:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        lock = open_lock(path)
        fcntl.flock(lock, fcntl.LOCK_EX)
        # Whoever held it may have removed the folder meanwhile; then this lock guards nothing.
        if path.exists() and path.stat().st_ino == os.fstat(lock).st_ino:
            break
        os.close(lock)
    try:
        yield
    finally:
        os.close(lock)


def start_keeper(place: Place) -> None:
    """Start the keeper of `place`, unless it runs. It inherits the lock that shows it is there."""
    lock = open_lock(place.own / "keeper.lock")
    nothing = subprocess.DEVNULL
    command = [sys.executable, "-IS", str(Path(__file__).parent), "keep", str(place.data_dir), str(lock)]
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # It forks and this returns: it is nobody's child and outlives whoever started it.
        subprocess.run(
            command, pass_fds=[lock], start_new_session=True, check=True, stdin=nothing, stdout=nothing, stderr=nothing
        )
    except BlockingIOError:
        pass
    finally:
        os.close(lock)


def keep(data_dir: Path, lock: int) -> None:
    """Wait, as a process of its own, until nobody holds a lease; then stop the servers."""
    place = Place(data_dir)
    lease = open_lock(place.own / "lease")
    if os.fork():
        os._exit(0)
    os.chdir("/")
    fcntl.flock(lease, fcntl.LOCK_EX)
    stop(place)
    # In this order: whoever gets the lease next must find the keeper's place free.
    os.close(lock)
    os.close(lease)
