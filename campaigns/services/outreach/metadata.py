"""Photos without what cameras write into them: place, time, device, comments. The picture itself is not touched."""

import struct
from collections.abc import Iterator

_JPEG_EXIF, _JPEG_SCAN, _JPEG_END = 0xE1, 0xDA, 0xD9
# APP0 (density), APP2 (colours) and APP14 (Adobe's colours) say how to show the picture.
_JPEG_KEPT = {0xE0, 0xE2, 0xEE}
_PNG_HEAD = b"\x89PNG\r\n\x1a\n"
_PNG_DROPPED = {b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"}
_WEBP_DROPPED = {b"EXIF", b"XMP "}
_WEBP_FLAGS = 0x08 | 0x04


class BrokenPicture(ValueError):
    """The file is no whole picture."""


def without_metadata(content_type: str, data: bytes) -> bytes:
    """`data` without metadata where it is a photo, unchanged where it is not. Raises `BrokenPicture`."""
    strip = {"image/jpeg": _jpeg, "image/png": _png, "image/webp": _webp}.get(content_type)
    if strip is None:
        return data
    try:
        return b"".join(strip(data))
    except (struct.error, IndexError) as error:
        raise BrokenPicture from error


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    turned = 1
    for marker, segment in _segments(data):
        if marker == _JPEG_EXIF:
            turned = _turned(segment[4:]) or turned
        elif marker in (_JPEG_SCAN, _JPEG_END):
            yield from _orientation(turned)
            yield segment
        elif marker in _JPEG_KEPT or not _is_about_the_file(marker):
            yield segment


def _is_about_the_file(marker: int) -> bool:
    """Whether a segment is of an application or a comment."""
    return 0xE0 <= marker <= 0xEF or marker == 0xFE


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Markers with their segments; the last one is the picture itself, to the end."""
    position = 2
    while True:
        if data[position] != 0xFF:
            raise BrokenPicture
        marker = data[position + 1]
        if marker in (_JPEG_SCAN, _JPEG_END):
            yield marker, data[position:]
            return
        end = position + 2 + struct.unpack_from(">H", data, position + 2)[0]
        if end > len(data):
            raise BrokenPicture
        yield marker, data[position:end]
        position = end


def _turned(exif: bytes) -> int:
    """How the camera was held, which a picture needs to be shown upright; 0 where it is not said."""
    if not exif.startswith(b"Exif\0\0"):
        return 0
    tiff = exif[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    try:
        (directory,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, directory)
        for index in range(min(entries, 100)):
            tag, _kind, _count, value = struct.unpack_from(f"{order}HHIH", tiff, directory + 2 + 12 * index)
            if tag == 0x0112:
                return int(value) if 1 <= value <= 8 else 0
    except struct.error:
        return 0
    return 0


def _orientation(turned: int) -> Iterator[bytes]:
    """An EXIF segment that says nothing but how to turn the picture."""
    if turned != 1:
        tiff = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, 0x0112, 3, 1, turned, 0, 0)
        yield b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff


def _png(data: bytes) -> Iterator[bytes]:
    yield _PNG_HEAD
    position = len(_PNG_HEAD)
    while position < len(data):
        length, kind = struct.unpack_from(">I4s", data, position)
        end = position + 12 + length
        if end > len(data):
            raise BrokenPicture
        if kind not in _PNG_DROPPED:
            yield data[position:end]
        if kind == b"IEND":
            return
        position = end
    raise BrokenPicture


def _webp(data: bytes) -> Iterator[bytes]:
    body = b"".join(_webp_chunks(data))
    yield b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _webp_chunks(data: bytes) -> Iterator[bytes]:
    position = 12
    while position < len(data):
        kind, length = struct.unpack_from("<4sI", data, position)
        end = position + 8 + length + length % 2
        if position + 8 + length > len(data):
            raise BrokenPicture
        chunk = data[position:end]
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & ~_WEBP_FLAGS]) + chunk[9:]
        if kind not in _WEBP_DROPPED:
            yield chunk
        position = end
