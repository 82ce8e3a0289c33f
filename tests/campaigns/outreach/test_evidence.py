"""Evidence files: what is taken, what is taken out of them, and who gets them."""

import io
import struct
import zipfile
import zlib

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from campaigns.models import EvidenceFile
from campaigns.services.outreach.evidence import Upload, add_evidence, publish_evidence, remove_evidence
from campaigns.services.outreach.file_types import type_of
from campaigns.services.outreach.metadata import BrokenPicture, without_metadata
from campaigns.services.outreach.recording import delete_activity
from tests.factories import campaigns

PDF = b"%PDF-1.7\n%%EOF"


def package(*names, mimetype=""):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
        if mimetype:
            packed.writestr("mimetype", mimetype)
    return file.getvalue()


def segment(marker, content):
    return bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content


def exif(turned, order=">"):
    start = b"MM\0*" if order == ">" else b"II*\0"
    entries = struct.pack(f"{order}HHIHH", 0x010F, 2, 1, 7, 0) + struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turned, 0)
    return b"Exif\0\0" + start + struct.pack(f"{order}IH", 8, 2) + entries + b"GPS 47.07 N"


def jpeg(*segments):
    quantities = segment(0xDB, b"\0" * 65)
    return b"\xff\xd8" + segment(0xE0, b"JFIF\0") + b"".join(segments) + quantities + b"\xff\xda\0\x02picture\xff\xd9"


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*chunks):
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", b"\0" * 13)
        + b"".join(chunks)
        + chunk(b"IDAT", b"p")
        + chunk(b"IEND", b"")
    )


def webp(*chunks):
    body = b"".join(kind + struct.pack("<I", len(text)) + text + b"\0" * (len(text) % 2) for kind, text in chunks)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (PDF, "application/pdf"),
        (jpeg(), "image/jpeg"),
        (png(), "image/png"),
        (webp((b"VP8 ", b"xx")), "image/webp"),
        (
            package("[Content_Types].xml", "word/document.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            package("[Content_Types].xml", "xl/workbook.xml"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            package(mimetype="application/vnd.oasis.opendocument.text"),
            "application/vnd.oasis.opendocument.text",
        ),
        (
            package(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("name;town\nJosé;Graz\n".encode(), "text/plain"),
        (package("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), ""),
        (package("[Content_Types].xml", "ppt/presentation.xml"), ""),
        (package("program.exe"), ""),
        (package(mimetype="application/epub+zip"), ""),
        (b"PK\3\4 no package", ""),
        (b"MZ\x90\0program", ""),
        (b"GIF89a", ""),
        (b"<!DOCTYPE html><script>", ""),
        (b"<svg xmlns='x'>", ""),
        (b"\xff\xfe\0text", ""),
        (b"bell\x07", ""),
    ],
)
def test_a_file_is_what_it_holds(data, found):
    assert type_of(data) == found


def test_a_photo_loses_what_the_camera_wrote_and_stays_upright():
    photo = jpeg(segment(0xE1, exif(6)), segment(0xED, b"IPTC author"), segment(0xFE, b"comment"))
    clean = without_metadata("image/jpeg", photo)
    for gone in (b"GPS", b"IPTC", b"comment"):
        assert gone not in clean
    assert clean.endswith(b"\xff\xda\0\x02picture\xff\xd9")
    assert b"JFIF" in clean
    again = without_metadata("image/jpeg", clean)
    assert again == clean, "what is left says how to turn the picture, and nothing else"
    assert b"Exif" in clean


@pytest.mark.parametrize("held", [exif(1), exif(99), exif(1, "<"), b"Exif\0\0II", b"http://ns.adobe.com/xap/1.0/\0"])
def test_a_photo_that_is_not_turned_says_nothing_at_all(held):
    assert without_metadata("image/jpeg", jpeg(segment(0xE1, held))) == jpeg()


def test_other_pictures_lose_their_metadata_too():
    drawn = png(chunk(b"tEXt", b"Author\0me"), chunk(b"eXIf", b"GPS"))
    assert without_metadata("image/png", drawn) == png()
    photo = webp((b"VP8X", bytes([0x0C]) + b"\0" * 9), (b"VP8 ", b"xxx"), (b"EXIF", b"GPS"), (b"XMP ", b"me"))
    assert without_metadata("image/webp", photo) == webp((b"VP8X", b"\0" * 10), (b"VP8 ", b"xxx"))
    assert without_metadata("application/pdf", PDF) == PDF


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("jpeg", b"\xff\xd8\xff\xe0"),
        ("jpeg", b"\xff\xd8\xff\xe0\xff\xff"),
        ("jpeg", b"\xff\xd8no"),
        ("png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("png", b"\x89PNG\r\n\x1a\n\0\0\xff\0IDAT"),
        ("png", b"\x89PNG\r\n\x1a\n"),
        ("webp", b"RIFF\0\0\0\0WEBPVP8 \xff\0\0\0"),
    ],
)
def test_a_broken_picture_is_told(kind, data):
    with pytest.raises(BrokenPicture):
        without_metadata(f"image/{kind}", data)


@pytest.fixture
def add(world):
    def add_(activity, *uploads, user="author", **kwargs):
        return add_evidence(
            actor=world.users[user],
            reason="Added",
            activity=activity,
            uploads=[Upload(name, data) for name, data in uploads],
            people=kwargs.pop("people", "nobody"),
            **kwargs,
        )

    return add_


def test_good_files_are_kept_and_bad_ones_named(add, world, settings):
    settings.EVIDENCE_LARGEST_FILE = 1000
    activity = world.activity()
    taken = add(
        activity,
        ("../../list.exe", PDF),
        ("virus.pdf", b"MZ\x90\0"),
        ("none.pdf", b""),
        ("big.txt", b"x" * 1001),
        ("unread.txt", None),
        ("again.pdf", PDF),
        ("cut.jpg", b"\xff\xd8\xff\xe0\xff\xff"),
    )
    file = activity.evidence.get()
    assert taken.kept == [file]
    assert (file.name, file.title, file.content_type, file.size) == ("list.pdf", "list", "application/pdf", len(PDF))
    assert file.path.startswith("evidence/")
    assert "list" not in file.path
    assert default_storage.open(file.path).read() == PDF
    assert file.added_by == world.users["author"]
    assert {refused.name: refused.reason for refused in taken.refused} == {
        "virus.pdf": "not a PDF, JPEG, PNG, WebP, DOCX, XLSX, ODT, ODS, CSV or plain text, whatever its name",
        "none.pdf": "empty",
        "big.txt": "larger than 1000\xa0bytes",
        "unread.txt": "larger than 1000\xa0bytes",
        "again.pdf": "This file is there already.",
        "cut.jpg": "the picture is broken",
    }


def test_an_activity_holds_so_much_and_no_more(add, world, settings):
    settings.EVIDENCE_LARGEST_SUM = len(PDF)
    activity = world.activity()
    taken = add(activity, ("one.pdf", PDF), ("two.txt", b"x"))
    assert [refused.name for refused in taken.refused] == ["two.txt"]


@pytest.mark.parametrize(("user", "state"), [("co-partner", "done"), ("coordinator", "done"), ("author", "locked")])
def test_others_add_nothing(add, world, user, state):
    activity = world.activity(state=state)
    campaigns.ActivityPartnerFactory(activity=activity, partner=world.joining)
    with pytest.raises(PermissionDenied):
        add(activity, ("one.pdf", PDF), user=user)


def test_publishing_needs_consent(add, world):
    (file,) = add(world.activity(), ("one.pdf", PDF), people="not_asked").kept

    def publish(people, user="author"):
        return publish_evidence(actor=world.users[user], reason="Shown", file=file, people=people, is_published=True)

    with pytest.raises(ValidationError, match="people who were not asked"):
        publish("not_asked")
    with pytest.raises(PermissionDenied):
        publish("agreed", "co-partner")
    assert publish("agreed").is_published


def test_a_removed_file_is_gone(add, world, django_capture_on_commit_callbacks):
    activity = world.activity()
    one, two = add(activity, ("one.pdf", PDF), ("two.txt", b"text")).kept
    with pytest.raises(PermissionDenied):
        remove_evidence(actor=world.users["coordinator"], reason="No", file=one)
    with django_capture_on_commit_callbacks(execute=True):
        remove_evidence(actor=world.users["author"], reason="Wrong", file=one)
    assert not default_storage.exists(one.path)
    with django_capture_on_commit_callbacks(execute=True):
        delete_activity(actor=world.users["administrator"], reason="Double", activity=activity)
    assert not default_storage.exists(two.path)
    assert not EvidenceFile.objects.exists()


def page_of(activity, rest=""):
    return f"/outreach/{activity.public_id}/evidence/{rest}"


def test_files_through_the_pages(client, world):
    activity = world.activity()
    client.force_login(world.users["author"])
    files = [SimpleUploadedFile("one.pdf", PDF), SimpleUploadedFile("two.pdf", b"MZ\x90\0")]
    text = client.post(page_of(activity), {"files": files, "people": "agreed"}, follow=True).content.decode()
    assert "1 file kept." in text
    assert "two.pdf was not kept: not a PDF" in text
    file = activity.evidence.get()
    client.post(page_of(activity, f"{file.pk}/publish/"), {"people": "agreed", "is_published": "yes"})
    file.refresh_from_db()
    assert file.is_published
    text = client.post(page_of(activity, f"{file.pk}/publish/"), {"people": "", "is_published": "yes"}, follow=True)
    assert "one.pdf:" in text.content.decode()
    client.post(page_of(activity, f"{file.pk}/remove/"))
    assert not activity.evidence.exists()
    assert client.get(page_of(activity, f"{file.pk}/")).status_code == 404
    assert "Choose at least one file." in client.post(page_of(activity), follow=True).content.decode()


def test_a_file_is_given_out_to_be_saved(client, add, world):
    activity = world.activity()
    (file,) = add(activity, ("one.pdf", PDF)).kept
    client.force_login(world.users["author"])
    answer = client.get(page_of(activity, f"{file.pk}/"))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"] == 'attachment; filename="one.pdf"'
    assert (answer["X-Content-Type-Options"], answer["Content-Type"]) == ("nosniff", "application/pdf")
    answer.close()


def test_too_many_at_once(client, world):
    activity = world.activity()
    client.force_login(world.users["author"])
    files = [SimpleUploadedFile(f"{n}.txt", b"text %d" % n) for n in range(21)]
    text = client.post(page_of(activity), {"files": files}, follow=True).content.decode()
    assert "At most 20 files at once" in text
    assert activity.evidence.count() == 20


def test_a_file_is_given_to_who_may_see_it(client, world):
    activity = world.activity(state="approved")
    file = campaigns.EvidenceFileFactory(activity=activity)
    assert client.get(page_of(activity, f"{file.pk}/")).status_code == 404
    EvidenceFile.objects.update(is_published=True, people="agreed")
    assert client.get(page_of(activity, f"{file.pk}/")).status_code == 404, "its content is lost"
    other = world.activity(state="approved")
    assert client.get(page_of(other, f"{file.pk}/")).status_code == 404
