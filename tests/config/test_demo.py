"""`make demo`: one process that brings all up, and takes all down however it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from campaigns.services.demo.logins import LOGINS, PASSWORD
from config import demo
from tests.config.processes import becomes_true, started
from tests.database import copied

# The data of the demonstration has tests of its own; a migrated, empty database is enough here and quicker.
EMPTY_DEMO = """
import sys
from config import demo
def migrate():
    from django.core.management import call_command
    from django.db import connections
    call_command("migrate", interactive=False, verbosity=0)
    connections.close_all()
demo.prepare = migrate
sys.exit(demo.main())
"""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def status(port: int, path: str) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
        return int(answer.status)


def answers(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Where the demo runs: its port, its data directory, and servers given from outside, which start sooner."""
    with copied("demo_of_the_tests") as database:
        yield {
            "PORT": str(free_port()),
            "DATA_DIR": str(tmp_path_factory.mktemp("demo")),
            "DATABASE_URL": database,
            "REDIS_URL": settings.REDIS_URL.rpartition("/")[0] + "/15",
            "SECRET_KEY": settings.SECRET_KEY,
        }


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM], ids=["killed", "told to stop"])
def test_the_demo_answers_and_leaves_nothing_that_stops_the_next(place: dict[str, str], end: int) -> None:
    port = int(place["PORT"])
    with started(["-c", EMPTY_DEMO], **place) as program:
        assert program.stdout
        told = ""
        for line in program.stdout:
            told += line
            if "Ctrl-C" in line:
                break
        assert f"http://localhost:{port}/" in told, told
        assert all(f"  {email:24}{role.label}\n" in told for email, _name, role, _body in LOGINS)
        assert f"Logins, all with the password {PASSWORD}:\n" in told
        assert (status(port, "/readyz"), status(port, "/livez")) == (200, 200)
        assert status(port, "/static/vendor/bootstrap/bootstrap.min.css") == 200
        program.send_signal(end)
        assert becomes_true(lambda: program.poll() is not None)
        assert program.returncode == (0 if end == signal.SIGTERM else -signal.SIGKILL)
    # The next start follows at once on a killed one, at the same port and with the same data.
    assert end == signal.SIGKILL or not answers(port)


def test_a_second_demo_on_the_same_data_is_refused_with_a_way_out(tmp_path: Path) -> None:
    with demo._alone(tmp_path), started(["-m", "config.demo"], PORT="1", DATA_DIR=str(tmp_path)) as second:
        output, _ = second.communicate(timeout=60)
    assert (second.returncode, "make demo DATA_DIR=" in output) == (1, True)


def test_a_port_in_use_is_refused_with_a_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        port = stranger.getsockname()[1]
        with pytest.raises(demo.DemoError, match=re.escape(f"make demo PORT={port + 1}")):
            demo.check_port(port)


def test_a_server_that_ends_is_told_with_the_end_of_its_log(tmp_path: Path) -> None:
    (tmp_path / "web.log").write_text("all\nwent wrong\n")
    with subprocess.Popen([sys.executable, "-c", "raise SystemExit(3)"]) as child:
        child.wait()
    with pytest.raises(demo.DemoError, match=r"The web ended \(3\)(.|\n)*went wrong"):
        demo._check({"web": child}, tmp_path)


def test_no_answer_in_time_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "SECONDS_TO_ANSWER", 0.3)
    with pytest.raises(demo.DemoError, match=r"No answer within .* refused"):
        demo._wait_for_answer(free_port(), {}, tmp_path)


def test_a_child_that_does_not_stop_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "SECONDS_TO_STOP", 0.2)
    stubborn = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", stubborn], stdout=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.readline()
        demo._stop({"child": child})
    assert child.returncode == -signal.SIGKILL


def test_a_demo_without_its_parent_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "commands", lambda *_: {"web": ["this"]})
    monkeypatch.setattr(demo, "_wait_for_answer", lambda *_: None)
    with demo._alone(tmp_path) as lock:
        demo.serve(tmp_path, 1, lambda: False, lock)
    assert demo._parent_watch()() is True
    assert os.getppid() > 0
