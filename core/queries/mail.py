"""Mail that a demonstration keeps in files instead of sending it."""

import datetime
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.utils import parsedate_to_datetime
from pathlib import Path

# Django's file backend ends each message with this line.
SEPARATOR = b"-" * 79


@dataclass(frozen=True)
class KeptMail:
    """One message, as its reader would see it."""

    subject: str
    to: str
    sent_at: datetime.datetime | None
    body: str


def kept_mail(folder: Path, limit: int = 100) -> list[KeptMail]:
    """The newest messages in `folder`, newest first."""
    files = sorted(folder.glob("*.log"), reverse=True) if folder.is_dir() else []
    found: list[KeptMail] = []
    for file in files:
        texts = [text.strip() for text in file.read_bytes().split(SEPARATOR)]
        found += [_read(text) for text in reversed(texts) if text]
        if len(found) >= limit:
            break
    return found[:limit]


def _read(text: bytes) -> KeptMail:
    message = message_from_bytes(text, policy=policy.default)
    body = message.get_body(("plain",))
    try:
        sent_at = parsedate_to_datetime(str(message["Date"]))
    except ValueError:
        sent_at = None
    return KeptMail(
        subject=str(message["Subject"] or ""),
        to=str(message["To"] or ""),
        sent_at=sent_at,
        body=str(body.get_content()) if body else "",
    )
