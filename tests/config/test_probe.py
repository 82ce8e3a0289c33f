"""The health check of a container: 0 for an answer with 200, else 1."""

import http.server
import threading
from collections.abc import Iterator

import pytest

from config import probe


class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        right = self.path == "/livez" and self.headers["Host"] == "tracker.example.org"
        self.send_response(200 if right else 503)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer) as listening:
        monkeypatch.setenv("PORT", str(listening.server_port))
        monkeypatch.setenv("ALLOWED_HOSTS", ".tracker.example.org,other")
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield
        listening.shutdown()
        thread.join()


@pytest.mark.usefixtures("server")
def test_an_answer_with_200_is_health() -> None:
    assert probe.main("/livez") == 0


@pytest.mark.usefixtures("server")
def test_any_other_answer_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert probe.main("/readyz") == 1
    assert "503" in capsys.readouterr().err


def test_where_nothing_listens_there_is_no_health(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "1")
    monkeypatch.setenv("ALLOWED_HOSTS", "*")
    assert probe.main("/livez") == 1
