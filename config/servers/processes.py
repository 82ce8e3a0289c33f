"""The servers' processes: which are ours, how they run, how they stop."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .place import Place

SECONDS_TO_STOP = 30


def pid_in(path: Path) -> int:
    """Process id in the first line of a pid file, 0 where there is none."""
    try:
        return int(path.read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return 0


def is_ours(pid: int, place: Place) -> bool:
    """Whether process `pid` is a server of this place, and no stranger that got its number later."""
    if not pid:
        return False
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        if Path("/proc/self").exists():
            return False
        command = subprocess.run(["/bin/ps", "-o", "args=", "-p", str(pid)], capture_output=True, check=False).stdout
    return place.mark.encode() in command


def wait(condition: Callable[[], bool], seconds: float) -> bool:
    """Whether `condition` came true within `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return condition()


def stop(place: Place) -> None:
    """Stop what runs: PostgreSQL without waiting for its clients, and at once where it does not end."""
    signals = {pid_in(place.cluster / "postmaster.pid"): signal.SIGINT, pid_in(place.valkey / "pid"): signal.SIGTERM}
    ours = {pid: number for pid, number in signals.items() if is_ours(pid, place)}
    for last_resort in (None, signal.SIGQUIT, signal.SIGKILL):
        for pid, number in ours.items():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, last_resort or number)
        if wait(lambda: not any(is_ours(pid, place) for pid in ours), SECONDS_TO_STOP):
            return


def run(place: Place, command: list[str], *, log: str, text: str | None = None, **environment: str) -> None:
    """Run a server's program to its end, as the servers' account, in an environment of its own.

    Its output goes to the file `log` of the place; `text` is its input.
    Raises RuntimeError with the end of the log where it fails.
    """
    path = place.home / log
    source: dict[str, Any] = {"stdin": subprocess.DEVNULL} if text is None else {"input": text.encode()}
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600), "ab") as output:
        done = subprocess.run(
            command,
            env={"PATH": os.defpath, "TZ": "UTC", **environment},
            stdout=output,
            stderr=output,
            check=False,
            **source,
            **place.identity(),
        )
    if done.returncode:
        tail = "\n".join(path.read_text(errors="replace").splitlines()[-15:])
        message = f"{Path(command[0]).name} failed ({done.returncode}); the end of {path}:\n{tail}"
        raise RuntimeError(message)
