"""Demo mail: kept in files, read by the administrator of a demonstration alone."""

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client
from django.urls import reverse

from core.queries.mail import kept_mail
from tests.factories.core import UserFactory

BACKEND = "django.core.mail.backends.filebased.EmailBackend"


def keep(folder: Path, *subjects: str) -> None:
    messages = [
        EmailMessage(subject, f"Dear A,\nsee http://testserver/{subject}/é", "a@b.example", ["c@d.example"])
        for subject in subjects
    ]
    get_connection(BACKEND, file_path=str(folder)).send_messages(messages)


def test_messages_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    keep(tmp_path, "First", "Zweite Nachricht, größer")
    newest, oldest = kept_mail(tmp_path)
    assert newest.subject == "Zweite Nachricht, größer"
    assert (oldest.subject, oldest.to) == ("First", "c@d.example")
    assert "http://testserver/First/é" in oldest.body
    assert oldest.sent_at is not None
    assert len(kept_mail(tmp_path, limit=1)) == 1


def test_a_folder_without_mail_and_a_file_that_is_none_do_no_harm(tmp_path: Path) -> None:
    assert kept_mail(tmp_path / "nowhere") == []
    (tmp_path / "20260101-000000-1.log").write_text("not a message")
    assert kept_mail(tmp_path)[0].subject == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("demo", "person", "status"),
    [(True, {"admin": True}, 200), (True, {"monitor": True}, 404), (True, None, 404), (False, {"admin": True}, 404)],
)
def test_only_the_demo_administrator_reads_it(
    client: Client, settings: Any, tmp_path: Path, demo: bool, person: dict[str, bool] | None, status: int
) -> None:
    keep(tmp_path, "Hello")
    settings.DEMO, settings.EMAIL_FILE_PATH = demo, str(tmp_path)
    if person:
        client.force_login(UserFactory.create(**person))
    answer = client.get(reverse("core:mail-list"))
    assert answer.status_code == status
    assert ("Hello" in answer.content.decode()) == (status == 200)


@pytest.mark.django_db
def test_without_a_folder_the_page_says_that_there_is_none(client: Client, settings: Any) -> None:
    settings.DEMO = True
    client.force_login(UserFactory.create(admin=True))
    assert "No mail yet" in client.get(reverse("core:mail-list")).content.decode()
