"""Outlines of countries, decoded from the world atlas (TopoJSON, Natural Earth 1:50m). No request to anybody."""

import json
import math
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.core import get_global
from django.contrib.staticfiles import finders

FILE = "vendor/world-atlas/countries-50m.json"
Point = tuple[float, float]
Ring = list[Point]
# Without a number of their own in ISO 3166-1.
CODES_BY_NAME = {"Kosovo": "XK"}


@lru_cache(maxsize=1)
def outlines() -> dict[str, list[Ring]]:
    """Rings of (longitude, latitude) by ISO 3166-1 alpha-2 code; land without a code under names of its own."""
    path = finders.find(FILE)
    if path is None:
        return {}
    topology = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    result: dict[str, list[Ring]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings = [_unbroken(_joined(ring, arcs)) for ring in _rings(geometry)]
        result.setdefault(_code(geometry), []).extend(rings)
    return result


@lru_cache(maxsize=512)
def middle(code: str) -> Point | None:
    """(longitude, latitude) of the middle of a country's largest piece of land; None where it has no outline."""
    rings = outlines().get(code)
    return _centroid(max(rings, key=lambda ring: abs(_area(ring)))) if rings else None


def _code(geometry: dict[str, Any]) -> str:
    name = geometry["properties"]["name"]
    aliases = get_global("territory_aliases").get(geometry.get("id", ""))
    return CODES_BY_NAME.get(name) or (aliases[0] if aliases else name)


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    for polygon in polygons:
        yield from polygon


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """Points of an arc, which is stored as steps on a grid."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        points.append((x * across + west, y * up + south))
    return points


def _joined(indexes: list[int], arcs: list[Ring]) -> Ring:
    """A ring of arcs; a negative index is an arc read backwards. Arcs share their ends."""
    ring: Ring = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _unbroken(ring: Ring) -> Ring:
    """The ring without a jump from one edge of the world to the other: it goes on beyond 180 degrees."""
    if all(abs(x - before) <= 180 for (x, _), (before, _) in zip(ring[1:], ring, strict=False)):
        return ring
    return [(x + 360 if x < 0 else x, y) for x, y in ring]


def _area(ring: Ring) -> float:
    """Twice the signed area, degrees of longitude shortened by latitude."""
    true = [(x * math.cos(math.radians(y)), y) for x, y in ring]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(true, true[1:] + true[:1], strict=True))


def _centroid(ring: Ring) -> Point:
    area = x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = x1 * y2 - x2 * y1
        area, x, y = area + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return (x / (3 * area), y / (3 * area)) if area else ring[0]
