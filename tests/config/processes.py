"""Processes that the tests of servers and demo start: each ends with its test, whatever happens."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
USER = """
import sys
from pathlib import Path
from config import servers
print(servers.use(Path(sys.argv[1]), durable=False).database_url, flush=True)
sys.stdin.read()
"""
# What the suite itself sets and a program of its own must not inherit.
SETTINGS = (
    "DATA_DIR",
    "DATABASE_URL",
    "REDIS_URL",
    "SECRET_KEY",
    "DJANGO_SETTINGS_MODULE",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "DEBUG",
    "DEMO",
    "PORT",
)


def environment(**values: str) -> dict[str, str]:
    """This process's environment without the suite's own settings, and with `values`."""
    return {name: value for name, value in os.environ.items() if name not in SETTINGS} | values


@contextlib.contextmanager
def started(command: list[str], **values: str) -> Iterator["subprocess.Popen[str]"]:
    """A running program of this project's Python; killed at the end if it still runs."""
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=BASE_DIR,
        env=environment(**values),
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as program:
        try:
            yield program
        finally:
            program.kill()


@contextlib.contextmanager
def user_of(data_dir: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that uses the servers of `data_dir`, which run when this returns."""
    with started(["-c", USER, str(data_dir)]) as program:
        assert program.stdout
        assert program.stdout.readline().startswith("postgres://")
        yield program


def becomes_true(condition: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether `condition` came true in time."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
