"""Starts Valkey: on a loopback port, with a password."""

import contextlib
import json
import os
import signal
import socket

from .place import Place, ServerError
from .processes import is_ours, pid_in, run, wait
from .programs import valkey_server

SECONDS_TO_START = 10
ATTEMPTS = 5


def start_valkey(place: Place) -> None:
    """Start Valkey unless it answers: on the port it had, or on a free one where another program took that.

    Raises ServerError.
    """
    if _answers(place):
        return
    program = str(valkey_server(place))
    for _ in range(ATTEMPTS):
        place.state["port"] = _free_port(place.state["port"])
        place.remember(**place.state)
        (place.valkey / "pid").unlink(missing_ok=True)
        try:
            # Settings come through standard input: the password shows in no list of processes.
            run(place, [program, "-"], log="valkey.log", text=_settings(place))
        except RuntimeError as error:
            raise ServerError(str(error)) from error
        if wait(lambda: _answers(place), SECONDS_TO_START):
            return
        if is_ours(pid := pid_in(place.valkey / "pid"), place):
            os.kill(pid, signal.SIGKILL)
        place.state["port"] = 0
    message = f"Valkey does not start; see {place.valkey / 'log'}."
    raise ServerError(message)


def _settings(place: Place) -> str:
    settings = {
        "bind": "127.0.0.1",
        "port": place.state["port"],
        "requirepass": place.state["valkey_password"],
        "daemonize": "yes",
        "dir": place.valkey,
        "pidfile": place.valkey / "pid",
        "logfile": place.valkey / "log",
        "proc-title-template": f"valkey-server {place.mark}",
    }
    lines = [f"{name} {json.dumps(str(value), ensure_ascii=False)}" for name, value in settings.items()]
    return "\n".join([*lines, "save 300 1", ""])


def _answers(place: Place) -> bool:
    """Whether Valkey takes the remembered password on the remembered port."""
    try:
        with socket.create_connection(("127.0.0.1", place.state["port"]), timeout=2) as client:
            client.sendall(f"AUTH {place.state['valkey_password']}\r\n".encode())
            return client.makefile("rb").readline() == b"+OK\r\n"
    except OSError:
        return False


def _free_port(wanted: int) -> int:
    """The port `wanted` where no other program listens there, else any free one."""
    for port in (wanted, 0):
        with socket.socket() as listener, contextlib.suppress(OSError):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(("127.0.0.1", port))
            return int(listener.getsockname()[1])
    message = "No port of this machine is free."
    raise ServerError(message)
