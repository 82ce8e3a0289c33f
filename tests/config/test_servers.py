"""The program's own PostgreSQL and Valkey: they run while somebody uses them, and outlive nobody."""

import os
import signal
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

import environ
import psycopg2
import pytest
import redis

from config import servers
from config.servers.place import Place, ServerError
from config.servers.processes import is_ours, pid_in
from tests.config.processes import becomes_true, user_of


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One data directory for most tests: making the servers' folders is the slow part."""
    folder = tmp_path_factory.mktemp("data") / "of 'all'"
    yield folder
    servers.remove(folder)


@pytest.fixture
def data_dir(shared: Path) -> Iterator[Path]:
    """The shared directory, with servers at rest before and after."""
    yield shared
    servers.leave(shared)
    assert becomes_true(lambda: not running(shared))


def running(data_dir: Path) -> list[int]:
    """Process ids of the servers of `data_dir` that run."""
    place = Place(data_dir)
    pids = [pid_in(place.cluster / "postmaster.pid"), pid_in(place.valkey / "pid")]
    return [pid for pid in pids if is_ours(pid, place)]


def ask(own: servers.Servers, statement: str) -> object:
    """First value of what PostgreSQL answers."""
    address = environ.Env.db_url_config(own.database_url)
    connection = psycopg2.connect(
        host=address["HOST"], user=address["USER"], password=address["PASSWORD"], dbname=address["NAME"]
    )
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchone()[0] if cursor.description else None
    finally:
        connection.close()


def test_both_servers_answer_until_the_last_user_leaves(data_dir: Path) -> None:
    own = servers.use(data_dir, durable=False)
    assert ask(own, "SELECT current_setting('server_version_num')::int / 10000") == 18
    with redis.Redis.from_url(own.redis_url) as client:
        assert client.ping()
    with user_of(data_dir) as other:
        servers.leave(data_dir)
        assert len(running(data_dir)) == 2
        assert ask(own, "SELECT 1") == 1
        other.kill()
        assert becomes_true(lambda: not running(data_dir))


def test_a_killed_user_leaves_no_server_behind_and_loses_no_data(data_dir: Path) -> None:
    with user_of(data_dir) as user:
        own = servers.use(data_dir, durable=False)
        ask(own, "CREATE TABLE kept AS SELECT 42 AS answer")
        servers.leave(data_dir)
        user.send_signal(signal.SIGKILL)
        assert becomes_true(lambda: not running(data_dir))
    again = servers.use(data_dir, durable=False)
    assert ask(again, "SELECT answer FROM kept") == 42
    assert (again.secret_key, again.database_url) == (own.secret_key, own.database_url)


def test_killed_servers_start_again(data_dir: Path) -> None:
    own = servers.use(data_dir)
    ask(own, "CREATE TABLE crashed AS SELECT 42 AS answer")
    for pid in running(data_dir):
        os.kill(pid, signal.SIGKILL)
    assert becomes_true(lambda: not running(data_dir))
    servers.leave(data_dir)
    assert ask(servers.use(data_dir), "SELECT answer FROM crashed") == 42


def test_valkey_moves_where_a_stranger_took_its_port(data_dir: Path) -> None:
    own = servers.use(data_dir, durable=False)
    servers.leave(data_dir)
    port = int(own.redis_url.rpartition(":")[2].partition("/")[0])
    with redis.Redis.from_url(own.redis_url) as client, pytest.raises(redis.ConnectionError):
        client.ping()
    with socket.create_server(("127.0.0.1", port)):
        moved = servers.use(data_dir, durable=False)
        assert moved.redis_url != own.redis_url
        with redis.Redis.from_url(moved.redis_url) as client:
            assert client.ping()


def test_a_second_data_directory_has_servers_of_its_own_and_changes_no_folder_above_it(
    data_dir: Path, tmp_path: Path
) -> None:
    project = tmp_path / "home" / "project"
    project.mkdir(parents=True)
    project.parent.chmod(0o700)
    folders = [tmp_path, project.parent, project]
    before = [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in folders]
    own, other = servers.use(data_dir, durable=False), servers.use(project / "two", durable=False)
    try:
        assert (other.database_url, other.redis_url) != (own.database_url, own.redis_url)
        ask(own, "CREATE TABLE here AS SELECT 1")
        assert ask(other, "SELECT to_regclass('here')") is None
    finally:
        servers.leave(project / "two")
        servers.remove(project / "two")
    assert [(path.stat().st_mode, path.stat().st_uid, path.stat().st_gid) for path in folders] == before
    assert stat.S_IMODE(project.parent.stat().st_mode) == 0o700


def test_nothing_is_removed_while_it_is_used(data_dir: Path) -> None:
    with user_of(data_dir), pytest.raises(ServerError, match="in use: stop the program"):
        servers.remove(data_dir)


def test_removal_deletes_all_that_the_servers_keep_and_nothing_else(data_dir: Path) -> None:
    with user_of(data_dir):
        place = Place(data_dir)
        kept = [place.home, place.own, place.sockets]
        (data_dir / "mine.txt").touch()
    servers.remove(data_dir)
    assert [folder for folder in kept if folder.exists()] == []
    assert list(data_dir.iterdir()) == [data_dir / "mine.txt"]
    servers.remove(data_dir)
