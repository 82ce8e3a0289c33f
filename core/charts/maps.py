"""A map of places, drawn by the server: the same SVG for a page and for a PDF.

`map_of(places, …)` gives a `DrawnMap`: the drawing, and its places as rows of a table that says the same.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from core.charts.chart import Drawing
from core.charts.outlines import middle, outlines

WIDTH = 960
MARGIN = 40
SMALLEST, LARGEST = 9.0, 26.0


@dataclass(frozen=True)
class Frame:
    """A piece of the world, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def shortening(self) -> float:
        """How much shorter a degree of longitude is than one of latitude in the middle of the frame."""
        return math.cos(math.radians((self.south + self.north) / 2))

    @property
    def scale(self) -> float:
        return WIDTH / ((self.east - self.west) * self.shortening)

    @property
    def height(self) -> int:
        return round((self.north - self.south) * self.scale)

    def holds(self, longitude: float, latitude: float) -> bool:
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north

    def placed(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point stands in the drawing (equirectangular, true to scale in the middle of the frame)."""
        return (longitude - self.west) * self.shortening * self.scale, (self.north - latitude) * self.scale


# From near to far: the first that holds all places is drawn.
FRAMES = (
    Frame(-12, 34.5, 42, 71),  # Europe
    Frame(-20, -36, 54, 38),  # Africa
    Frame(60, -12, 150, 54),  # South and East Asia
    Frame(-94, -57, -32, 14),  # South America
    Frame(-130, 5, -52, 62),  # North America
    Frame(-170, -57, 190, 80),  # the world
)


@dataclass(frozen=True)
class Place:
    """Something that happened somewhere. Without coordinates it stands in the middle of its country, and says so."""

    label: str
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
    count: int = 1

    @property
    def is_exact(self) -> bool:
        return self.latitude is not None and self.longitude is not None

    @property
    def point(self) -> tuple[float, float] | None:
        """(longitude, latitude), None where nothing is known."""
        if self.latitude is not None and self.longitude is not None:
            return self.longitude, self.latitude
        return middle(self.country) if self.country else None


@dataclass(frozen=True)
class Dot:
    """Places that stand at one point of the map."""

    places: tuple[Place, ...]
    x: float
    y: float

    @property
    def count(self) -> int:
        return sum(place.count for place in self.places)

    @property
    def is_exact(self) -> bool:
        return all(place.is_exact for place in self.places)

    @property
    def radius(self) -> float:
        """Its area grows with the count, up to a size that hides no neighbours."""
        return min(SMALLEST * math.sqrt(self.count), LARGEST)


@dataclass(frozen=True)
class DrawnMap:
    """The drawing, and every place that it was made from; `unplaced` are those that no map can show."""

    svg: SafeString
    places: tuple[Place, ...]
    unplaced: tuple[Place, ...]


@dataclass(frozen=True)
class MapChart(Drawing):
    """A map as a chart of a report; `rows` are its places."""

    name: str
    title: str
    description: str
    rows: Sequence[Place]
    width = WIDTH

    @property
    def height(self) -> int:
        return _frame_of([place.point for place in self.rows if place.point is not None]).height

    def svg(self) -> SafeString:
        return map_of(self.rows, title=self.title, description=self.description, identifier=self.name).svg


def map_of(places: Iterable[Place], *, title: str, description: str, identifier: str) -> DrawnMap:
    """The map of `places`; `identifier` is unique on the page and names the drawing's title and description."""
    given = tuple(places)
    placed = [(place, point) for place in given if (point := place.point) is not None]
    frame = _frame_of([point for _, point in placed])
    named = frozenset(place.country for place in given)
    return DrawnMap(
        svg=_svg(frame, _dots(placed, frame), named, (title, description, identifier)),
        places=given,
        unplaced=tuple(place for place in given if place.point is None),
    )


def _frame_of(points: Sequence[tuple[float, float]]) -> Frame:
    return next((frame for frame in FRAMES if all(frame.holds(*point) for point in points)), FRAMES[-1])


def _dots(placed: Sequence[tuple[Place, tuple[float, float]]], frame: Frame) -> list[Dot]:
    """One dot a point, larger ones first, so that smaller ones lie on top."""
    by_point: dict[tuple[int, int], list[Place]] = {}
    for place, point in placed:
        x, y = frame.placed(*point)
        by_point.setdefault((round(x), round(y)), []).append(place)
    dots = [Dot(tuple(there), x, y) for (x, y), there in by_point.items()]
    return sorted(dots, key=lambda dot: (-dot.count, dot.x, dot.y))


def _svg(frame: Frame, dots: Sequence[Dot], named: frozenset[str], words: tuple[str, str, str]) -> SafeString:
    title, description, identifier = words
    land, chosen = _land(frame, named)
    return format_html(
        '<svg class="map" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" '
        'font-family="Source Sans 3, sans-serif" aria-labelledby="{}-title {}-desc">'
        '<title id="{}-title">{}</title><desc id="{}-desc">{}</desc>'
        '<rect class="map-sea" width="{}" height="{}" fill="#eef3f4"/>'
        '<path class="map-land" d="{}" fill="#d8d3c8" stroke="#ffffff" stroke-width="1"/>'
        '<path class="map-named" d="{}" fill="#9fc0c5" stroke="#ffffff" stroke-width="1"/>{}</svg>',
        *(WIDTH, frame.height),
        *(identifier, identifier),
        *(identifier, title),
        *(identifier, description),
        *(WIDTH, frame.height),
        *(land, chosen),
        format_html_join("", "{}", ((_drawn(dot),) for dot in dots)),
    )


def _drawn(dot: Dot) -> SafeString:
    """A full dot is a place, a ring with a broken line the middle of a country; the number says how many."""
    number = (
        format_html(
            '<text class="map-number" x="{}" y="{}" text-anchor="middle" dominant-baseline="central" font-size="15" '
            'font-weight="600" fill="{}">{}</text>',
            *(dot.x, dot.y, "#ffffff" if dot.is_exact else "#0b5563", dot.count),
        )
        if dot.count > 1
        else ""
    )
    look = (
        mark_safe('class="map-dot" fill="#0b5563" stroke="#ffffff" stroke-width="2"')
        if dot.is_exact
        else mark_safe(
            'class="map-dot map-about" fill="#ffffff" stroke="#0b5563" stroke-width="3" stroke-dasharray="5 3"'
        )
    )
    words = "; ".join(dict.fromkeys(place.label for place in dot.places))
    return format_html(
        '<g><title>{}</title><circle cx="{}" cy="{}" r="{}" {}/>{}</g>',
        words,
        dot.x,
        dot.y,
        round(dot.radius, 1),
        look,
        number,
    )


def _land(frame: Frame, named: frozenset[str]) -> tuple[SafeString, SafeString]:
    """Paths of all countries, and of the named ones over them."""
    paths = _paths(frame)
    # Made of numbers and letters of commands alone, by `_path`.
    return (
        mark_safe("".join(paths.values())),  # noqa: S308
        mark_safe("".join(paths.get(code, "") for code in sorted(named))),  # noqa: S308
    )


@lru_cache(maxsize=len(FRAMES))
def _paths(frame: Frame) -> dict[str, str]:
    """Outline by country, only of what the frame shows."""
    drawn = {code: "".join(_path(ring, frame) for ring in rings) for code, rings in outlines().items()}
    return {code: path for code, path in drawn.items() if path}


def _path(ring: Sequence[tuple[float, float]], frame: Frame) -> str:
    """A ring as a path of whole steps; empty where it lies outside the frame or is too small to be seen."""
    points = _steps(ring, frame)
    if len(points) < 4 or _misses(points, frame):
        return ""
    first, *rest = points
    steps = (f"{x - before[0]} {y - before[1]}" for (x, y), before in zip(rest, points, strict=False))
    return f"M{first[0]} {first[1]}l{' '.join(steps)}z"


def _steps(ring: Sequence[tuple[float, float]], frame: Frame) -> list[tuple[int, int]]:
    """The ring on the drawing's grid; points that fall on the one before are left out."""
    placed = (frame.placed(*point) for point in ring)
    grid = [(round(_within(x, WIDTH)), round(_within(y, frame.height))) for x, y in placed]
    return [point for point, before in zip(grid, [None, *grid], strict=False) if point != before]


def _misses(points: Sequence[tuple[int, int]], frame: Frame) -> bool:
    """Whether the ring lies beside the frame."""
    across, down = sorted(x for x, _ in points), sorted(y for _, y in points)
    return across[-1] <= 0 or across[0] >= WIDTH or down[-1] <= 0 or down[0] >= frame.height


def _within(value: float, size: float) -> float:
    """Points far outside would only make the drawing heavier."""
    return min(max(value, -MARGIN), size + MARGIN)
