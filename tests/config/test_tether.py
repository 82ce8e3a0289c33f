"""A tethered command ends at the latest when its supervisor does."""

import signal
import sys
import time

from tests.config.processes import becomes_true, started

SLEEP = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(60)"]
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"


def test_its_exit_code_is_the_commands() -> None:
    with started(["config/tether.py", sys.executable, "-c", "raise SystemExit(7)"]) as tether:
        assert tether.wait(30) == 7


def test_the_command_ends_when_the_supervisors_end_of_the_pipe_closes() -> None:
    with started(["config/tether.py", *SLEEP]) as tether:
        assert tether.stdout
        assert tether.stdin
        assert tether.stdout.readline() == "up\n"
        tether.stdin.close()
        assert becomes_true(lambda: tether.poll() is not None)
        assert tether.stdout.read() == ""


def test_the_command_ends_when_the_tether_is_told_to() -> None:
    with started(["config/tether.py", *SLEEP]) as tether:
        assert tether.stdout
        assert tether.stdout.readline() == "up\n"
        tether.terminate()
        assert tether.wait(30) == -signal.SIGTERM % 256 or tether.returncode < 0


def test_a_command_that_ignores_the_request_is_killed() -> None:
    code = f"import runpy, sys; sys.argv = ['tether', sys.executable, '-c', {STUBBORN!r}]; "
    code += "import os; os.setsid(); sys.path.insert(0, 'config'); import tether; tether.SECONDS_TO_STOP = 0.2; "
    code += "sys.exit(tether.main(sys.argv[1:]))"
    start = time.monotonic()
    with started(["-c", code]) as tether:
        assert tether.stdout
        assert tether.stdout.readline() == "up\n"
        tether.terminate()
        assert tether.wait(30) == -signal.SIGKILL
    assert time.monotonic() - start < 30
