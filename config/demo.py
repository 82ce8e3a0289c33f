"""`make demo`: brings everything up, waits until it answers, and takes it all down again.

Web server and worker hang on this process by a tether each, PostgreSQL and
Valkey by a lease; so they end with it, however it ends. A demo whose `make`
was killed ends too.
"""

import contextlib
import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from config import servers

BASE_DIR = Path(__file__).resolve().parent.parent
SECONDS_TO_ANSWER = 120
SECONDS_TO_STOP = 20
QUEUES = "default,imports,reports,mail"


class DemoError(Exception):
    """The demo cannot start or go on; the text says why and what to do."""


def main() -> int:
    """Exit code of the whole demo."""
    port = int(os.environ.get("PORT") or 8000)
    data_dir = Path(os.environ.get("DATA_DIR") or ".data").resolve()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    parent_lives = _parent_watch()
    try:
        with _alone(data_dir) as lock:
            check_port(port)
            configure(data_dir, port)
            try:
                prepare()
                serve(data_dir, port, parent_lives, lock)
            finally:
                servers.leave(data_dir)
    except KeyboardInterrupt:
        say("Stopped.")
    except (DemoError, servers.ServerError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def say(text: str) -> None:
    """Tell the person at the terminal."""
    print(text, flush=True)


def _interrupt(*_: object) -> None:
    # Once is enough: what follows is the orderly way down.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


def _parent_watch() -> Callable[[], bool]:
    parent = os.getppid()
    return lambda: os.getppid() == parent


def check_port(port: int) -> None:
    """Raises DemoError where something listens on `port` already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            message = f"Port {port} is not free ({error.strerror}). Choose another: make demo PORT={port + 1}"
            raise DemoError(message) from error


@contextlib.contextmanager
def _alone(data_dir: Path) -> Iterator[int]:
    """Refuse a second demo on the same data. The lock goes with this process and, where it was killed, its children.

    Those end within seconds, and are waited for.
    """
    data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (data_dir / "demo.lock").open("a+") as lock:
        end = time.monotonic() + SECONDS_TO_STOP
        while not _locked(lock):
            lock.seek(0)
            if _lives(int(lock.read() or 0)) or time.monotonic() > end:
                message = f"A demo with the data of {data_dir} is running. Choose another: make demo DATA_DIR=…"
                raise DemoError(message)
            time.sleep(0.1)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield lock.fileno()


def _locked(lock: IO[str]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return pid > 0


def configure(data_dir: Path, port: int) -> None:
    """Set this process's environment, which the children inherit, and load Django; starts the servers."""
    mail = data_dir / "mail"
    mail.mkdir(mode=0o700, exist_ok=True)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "DATA_DIR": str(data_dir),
        "DEBUG": "1",
        "DEMO": "1",
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "BASE_URL": f"http://localhost:{port}",
        "EMAIL_URL": f"filemail://{mail}",
    }
    import django  # noqa: PLC0415 (after the environment that its settings read)
    from django.conf import settings  # noqa: PLC0415 (as above)

    say("Starting PostgreSQL and Valkey …")
    django.setup()
    # The children use the same servers through their ordinary addresses.
    for name in ("DATABASE_URL", "REDIS_URL", "SECRET_KEY"):
        os.environ[name] = getattr(settings, name)


def prepare() -> None:
    """Bring the database to its present shape and load the demo data."""
    from django.core.management import call_command  # noqa: PLC0415 (after the configuration)
    from django.db import connections  # noqa: PLC0415 (as above)

    say("Preparing the database and the demo data …")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("seed_demo", "--with-logins")
    connections.close_all()


def commands(data_dir: Path, port: int) -> dict[str, list[str]]:
    """What runs, by name."""
    schedule = str(data_dir / "schedule")
    return {
        "worker": [*f"celery -A config.celery worker -Q {QUEUES} -c 2 -l INFO -B -s".split(), schedule],
        "web": ["gunicorn", "config.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--threads", "4"],
    }


def serve(data_dir: Path, port: int, parent_lives: Callable[[], bool], lock: int) -> None:
    """Run web server and worker until a signal comes, the parent goes, or (DemoError) one of the two ends."""
    logs = data_dir / "log"
    logs.mkdir(mode=0o700, exist_ok=True)
    children: dict[str, subprocess.Popen[bytes]] = {}
    say("Starting worker and web server …")
    try:
        for name, command in commands(data_dir, port).items():
            with (logs / f"{name}.log").open("ab") as log:
                children[name] = _tethered(command, log, lock)
        _wait_for_answer(port, children, logs)
        say(f"\nFair ICT Tracker answers at http://localhost:{port}/")
        _tell_logins()
        say("Ctrl-C stops it.")
        while parent_lives():
            _check(children, logs)
            time.sleep(0.5)
    finally:
        _stop(children)


def _tell_logins() -> None:
    from campaigns.services.demo.logins import LOGINS, PASSWORD  # noqa: PLC0415 (after the configuration)

    say(f"Logins, all with the password {PASSWORD}:")
    say("\n".join(f"  {email:24}{role.label}" for email, _name, role, _body in LOGINS))


def _tethered(command: list[str], log: IO[bytes], lock: int) -> subprocess.Popen[bytes]:
    tether = [sys.executable, str(BASE_DIR / "config" / "tether.py"), sys.executable, "-m", *command]
    return subprocess.Popen(
        tether, cwd=BASE_DIR, stdin=subprocess.PIPE, stdout=log, stderr=log, pass_fds=(lock, *servers.held())
    )


def _check(children: dict[str, "subprocess.Popen[bytes]"], logs: Path) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            log = logs / f"{name}.log"
            tail = "\n".join(log.read_text(errors="replace").splitlines()[-15:])
            message = f"The {name} ended ({child.returncode}); the end of {log}:\n{tail}"
            raise DemoError(message)


def _wait_for_answer(port: int, children: dict[str, "subprocess.Popen[bytes]"], logs: Path) -> None:
    end = time.monotonic() + SECONDS_TO_ANSWER
    answer = "nothing"
    while time.monotonic() < end:
        _check(children, logs)
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
                return
        except urllib.error.HTTPError as error:
            answer = error.read().decode(errors="replace")
        except OSError as error:
            answer = str(error)
        time.sleep(0.2)
    message = f"No answer within {SECONDS_TO_ANSWER} seconds, last: {answer}. See {logs}."
    raise DemoError(message)


def _stop(children: dict[str, "subprocess.Popen[bytes]"]) -> None:
    for child in children.values():
        child.terminate()
    for child in children.values():
        try:
            child.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        if child.stdin:
            child.stdin.close()


if __name__ == "__main__":
    sys.exit(main())
