"""`python config/tether.py COMMAND…`: runs a command for as long as standard input stays open.

The supervisor of the demo holds the other end of that pipe. When it ends, by
SIGKILL too, the system closes the pipe and the command is told to stop. Run by
its path, in a session of its own, with the standard library alone.
"""

import os
import signal
import subprocess
import sys
import threading

SECONDS_TO_STOP = 15


def main(command: list[str]) -> int:
    """Exit code of `command`, which ends at the latest when the supervisor does."""
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)

    def end(*_: object) -> None:
        child.terminate()
        # Its own children too, where it does not answer; this process is one of the group and goes with it.
        timer = threading.Timer(SECONDS_TO_STOP, os.killpg, (os.getpgrp(), signal.SIGKILL))
        timer.daemon = True
        timer.start()

    def watch() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        end()

    signal.signal(signal.SIGTERM, end)
    threading.Thread(target=watch, daemon=True).start()
    code = child.wait()
    # What it left of its own children, after SIGKILL for one.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.killpg(os.getpgrp(), signal.SIGTERM)
    return code


if __name__ == "__main__":
    os.setsid()
    sys.exit(main(sys.argv[1:]))
