"""Where the servers of a data directory keep their things, as whom they run, and what is remembered of them."""

import contextlib
import hashlib
import json
import os
import pwd
import re
import secrets
import shutil
import stat
import tempfile
from functools import cached_property
from pathlib import Path
from typing import Any

from .processes import stop

# A socket's path may have 107 bytes on Linux and 103 on macOS.
LONGEST_SOCKET_PATH = 100
SOCKET_NAME = ".s.PGSQL.5432"


class ServerError(Exception):
    """The servers of a data directory cannot be started, used or removed; the text says why and what to do."""


class Place:
    """The folders of one data directory's servers.

    `own` holds locks and passwords; `home` holds the servers' data and is the same folder, except as root.
    `mark` appears on the servers' command lines, so that no other process is ever taken for one of them.
    """

    def __init__(self, data_dir: Path) -> None:
        self.data_dir = data_dir
        self.own = data_dir / "servers"
        self.mark = "fair-ict-tracker-" + hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:12]
        self.account = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
        self.home = _var_tmp() / self.mark if self.account else self.own
        self.cluster = self.home / "postgres"
        self.valkey = self.home / "valkey"

    @property
    def owner(self) -> int:
        """User id of the account that the servers run as."""
        return self.account.pw_uid if self.account else os.geteuid()

    @property
    def sockets(self) -> Path:
        return Path(self.state["sockets"])

    @property
    def socket(self) -> Path:
        return self.sockets / SOCKET_NAME

    @cached_property
    def state(self) -> dict[str, Any]:
        """Passwords and places: made once, kept beside the data, readable by its owner alone."""
        path = self.own / "state.json"
        if not path.exists():
            self._forget_lost_data()
            self.remember(
                home=str(self.home),
                sockets=str(self._folder_for_sockets()),
                port=0,
                postgres_password=secrets.token_urlsafe(24),
                valkey_password=secrets.token_urlsafe(24),
                secret_key=secrets.token_urlsafe(48),
            )
        return dict(json.loads(path.read_text()))

    def remember(self, **state: str | int) -> None:
        """Keep `state` for the next start, whole or not at all."""
        path = self.own / "state.json"
        new = self.own / "state.new"
        new.unlink(missing_ok=True)
        write_private(new, json.dumps(state))
        new.replace(path)

    def _forget_lost_data(self) -> None:
        """Without its passwords a cluster is of no use. As root it may be the rest of a directory deleted by hand."""
        if self.account and self.home.exists():
            stop(self)
            shutil.rmtree(self.home)
        elif self.cluster.exists():
            message = f"{self.own / 'state.json'} is missing, and with it the password of {self.cluster}: remove that."
            raise ServerError(message)

    def _folder_for_sockets(self) -> Path:
        """The first folder whose path fits into a socket's address and needs no quoting."""
        name = f"{self.mark}-{os.geteuid()}"
        folders = [self.home / "run", Path(tempfile.gettempdir()) / name, Path("/tmp") / name]
        for folder in folders:
            path = str(folder / SOCKET_NAME)
            if len(path) <= LONGEST_SOCKET_PATH and re.fullmatch(r"[\w./-]+", path, re.ASCII):
                return folder
        message = f"PostgreSQL's socket finds no folder with a short path; tried {', '.join(map(str, folders))}."
        raise ServerError(message)

    def make_own_folder(self) -> None:
        """Make the folder of the locks, and the data directory where it is missing."""
        self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        own_folder(self.own, os.geteuid(), 0o700)

    def make_folders(self) -> None:
        """Make the servers' folders. One that another user made in our name is refused."""
        sockets = self.sockets
        # The server's account must be able to pass, not to look around.
        own_folder(self.home, os.geteuid(), 0o711 if self.account else 0o700)
        for folder in (sockets, self.valkey):
            own_folder(folder, self.owner, 0o700)

    def identity(self) -> dict[str, Any]:
        """Arguments of `subprocess` that make a server run as the account it belongs to."""
        arguments: dict[str, Any] = {"umask": 0o077, "start_new_session": True, "cwd": self.valkey}
        if self.account:
            arguments |= {"user": self.account.pw_uid, "group": self.account.pw_gid, "extra_groups": []}
        return arguments


def _var_tmp() -> Path:
    return next(folder for folder in (Path("/var/tmp"), Path(tempfile.gettempdir())) if folder.is_dir())


def own_folder(folder: Path, owner: int, mode: int) -> None:
    """Make `folder` for the user `owner`; raises ServerError where one is there that others could have prepared."""
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        os.chown(folder, owner, -1)
        folder.chmod(mode)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or stat.S_IMODE(found.st_mode) & 0o022:
        message = f"{folder} belongs to another user or others can write to it: remove it or choose another DATA_DIR."
        raise ServerError(message)


def write_private(path: Path, text: str, owner: int | None = None) -> None:
    """Write a new file that its owner alone can read; raises FileExistsError where something is there."""
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        if owner is not None:
            os.fchown(file.fileno(), owner, -1)
