"""JSON in pieces: the envelope of the API around all rows, and GeoJSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rest_framework.utils.encoders import JSONEncoder


def encode(value: Any) -> str:
    return json.dumps(value, cls=JSONEncoder, ensure_ascii=False, separators=(",", ":"))


def write_list(objects: Iterable[Any]) -> Iterator[bytes]:
    """The API's envelope around all objects; `count` stands at the end, where it is known."""
    number = 0
    yield b'{"results":['
    for text in _joined(objects):
        number += 1
        yield text
    yield f'],"count":{number},"count_is_exact":true,"next":null,"previous":null}}'.encode()


def write_features(features: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """A GeoJSON FeatureCollection (RFC 7946)."""
    yield b'{"type":"FeatureCollection","features":['
    yield from _joined(features)
    yield b"]}"


def _joined(objects: Iterable[Any]) -> Iterator[bytes]:
    separator = ""
    for item in objects:
        yield f"{separator}{encode(item)}".encode()
        separator = ",\n"
