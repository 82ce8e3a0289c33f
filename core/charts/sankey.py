"""Flows between columns: what goes through what, as bands whose thickness is their number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from core.charts.chart import FILL, INK, Drawing, in_figures

WIDE = 720
HEAD, FOOT = 30, 12
# As high as the fullest column needs, within what a page has room for.
LOWEST, A_NODE, HIGHEST = 80, 56, 360
NODE_WIDTH, NODE_GAP = 12, 24
# How many stand in a column, the joined ones included; and letters of a name that fit between two columns.
MOST, LETTERS = 8, 30
BAND = "#9fc0c5"
Key = tuple[int, str]


@dataclass(frozen=True)
class Flow:
    """So many from `source` in column number `column` to `target` in the next one."""

    column: int
    source: str
    target: str
    value: int


@dataclass(frozen=True)
class Node:
    """One name in its column, and where it stands."""

    column: int
    label: str
    value: int
    x: float
    y: float
    length: float


@dataclass(frozen=True)
class Band:
    """A flow from the right edge of one node to the left edge of another; heights are of its upper edge."""

    flow: Flow
    start: tuple[float, float]
    end: tuple[float, float]
    thickness: float


@dataclass(frozen=True)
class SankeyChart(Drawing):
    """`heads` name the columns; `rows` are all flows, also those that the drawing joins as "others"."""

    name: str
    title: str
    description: str
    heads: Sequence[str]
    rows: Sequence[Flow]
    width = WIDE

    @property
    def height(self) -> int:
        return HEAD + self.plot + FOOT if self.flows else 0

    @property
    def plot(self) -> int:
        """Height of what lies below the heads."""
        return min(max(A_NODE * max(map(len, self.columns)), LOWEST), HIGHEST)

    @cached_property
    def _given(self) -> list[Flow]:
        return [flow for flow in self.rows if flow.value > 0]

    @cached_property
    def joined(self) -> list[dict[str, str]]:
        """For each column the names that are drawn as one, and its name."""
        return [_joined(self._given, column) for column in range(len(self.heads))]

    @cached_property
    def flows(self) -> list[Flow]:
        """What is drawn: small names joined, equal flows added up."""
        sums: dict[tuple[int, str, str], int] = defaultdict(int)
        for flow in self._given:
            source = self.joined[flow.column].get(flow.source, flow.source)
            target = self.joined[flow.column + 1].get(flow.target, flow.target)
            sums[flow.column, source, target] += flow.value
        return [Flow(*key, value) for key, value in sums.items()]

    @cached_property
    def columns(self) -> list[list[tuple[str, int]]]:
        """Names and sizes, the largest first, the joined ones last."""
        sizes = _sizes(self.flows)
        return [
            sorted(_in_column(sizes, n), key=lambda each: (each[0] in names.values(), -each[1], each[0]))
            for n, names in enumerate(self.joined)
        ]

    @cached_property
    def scale(self) -> float:
        """Units of height for one."""
        free = (
            (self.plot - NODE_GAP * (len(column) - 1)) / sum(size for _l, size in column)
            for column in filter(None, self.columns)
        )
        return min(free, default=1.0)

    @cached_property
    def nodes(self) -> dict[Key, Node]:
        found = {}
        for n, column in enumerate(self.columns):
            filled = sum(size for _label, size in column) * self.scale + NODE_GAP * (len(column) - 1)
            top = HEAD + (self.plot - filled) / 2
            for label, size in column:
                found[n, label] = Node(n, label, size, self._across(n), round(top, 1), round(size * self.scale, 1))
                top += size * self.scale + NODE_GAP
        return found

    @cached_property
    def bands(self) -> list[Band]:
        """Each leaves and arrives in the order of the names on the other side, so that few cross."""
        leaving: dict[Key, float] = defaultdict(float)
        arriving: dict[Key, float] = defaultdict(float)
        found = []
        for flow in sorted(self.flows, key=lambda flow: (flow.column, *(node.y for node in self._ends(flow)))):
            source, target = self._ends(flow)
            thickness = flow.value * self.scale
            start = (source.x + NODE_WIDTH, source.y + leaving[source.column, source.label])
            end = (target.x, target.y + arriving[target.column, target.label])
            leaving[source.column, source.label] += thickness
            arriving[target.column, target.label] += thickness
            found.append(Band(flow, start, end, thickness))
        return found

    def _ends(self, flow: Flow) -> tuple[Node, Node]:
        return self.nodes[flow.column, flow.source], self.nodes[flow.column + 1, flow.target]

    def body(self) -> SafeString:
        if not self.flows:
            return SafeString("")
        heads = (self._head(n, head) for n, head in enumerate(self.heads))
        bands = map(_band, self.bands)
        nodes = map(self._node, self.nodes.values())
        return format_html_join("", "{}", ((piece,) for piece in (*heads, *bands, *nodes)))

    def _across(self, column: int) -> float:
        gaps = max(len(self.heads) - 1, 1)
        return round((WIDE - NODE_WIDTH) * column / gaps, 1)

    def _is_last(self, column: int) -> bool:
        return column > 0 and column == len(self.heads) - 1

    def _head(self, column: int, text: str) -> SafeString:
        last = self._is_last(column)
        return format_html(
            '<text class="chart-label" x="{}" y="16" font-size="14" font-weight="600" text-anchor="{}" fill="{}">'
            "{}</text>",
            *(self._across(column) + (NODE_WIDTH if last else 0), "end" if last else "start", INK, text),
        )

    def _node(self, node: Node) -> SafeString:
        """A bar with name and number beside it; letters have a white edge, since bands run below them."""
        last = self._is_last(node.column)
        label = node.label if len(node.label) <= LETTERS else node.label[: LETTERS - 1].rstrip() + "…"
        return format_html(
            "<g><title>{full}: {figure}</title>"
            '<rect class="chart-bar" x="{x}" y="{y}" width="{wide}" height="{length}" fill="{fill}"/>'
            '<text class="chart-halo" x="{text}" y="{middle}" font-size="14" text-anchor="{anchor}" '
            'fill="{ink}" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke">{label} '
            '<tspan font-weight="600">{figure}</tspan></text></g>',
            full=node.label,
            label=label,
            figure=in_figures(node.value),
            x=node.x,
            y=node.y,
            wide=NODE_WIDTH,
            length=node.length,
            fill=FILL,
            ink=INK,
            text=node.x - 6 if last else node.x + NODE_WIDTH + 6,
            middle=round(node.y + node.length / 2 + 5, 1),
            anchor="end" if last else "start",
        )


def _band(band: Band) -> SafeString:
    """A curve from the left to the right, and back below it."""
    (x, y), (right, top) = band.start, band.end
    middle, below, back = (x + right) / 2, y + band.thickness, top + band.thickness
    steps = [
        f"M{x:.1f} {y:.1f}",
        f"C{middle:.1f} {y:.1f} {middle:.1f} {top:.1f} {right:.1f} {top:.1f}",
        f"V{back:.1f}",
        f"C{middle:.1f} {back:.1f} {middle:.1f} {below:.1f} {x:.1f} {below:.1f}z",
    ]
    return format_html(
        '<path class="chart-band" d="{}" fill="{}" fill-opacity="0.6" stroke="#ffffff" stroke-width="0.5">'
        "<title>{} – {}: {}</title></path>",
        *("".join(steps), BAND, band.flow.source, band.flow.target, in_figures(band.flow.value)),
    )


def _sizes(flows: Iterable[Flow]) -> dict[Key, int]:
    """What goes through each name: the larger of what arrives and what leaves."""
    leaving: dict[Key, int] = defaultdict(int)
    arriving: dict[Key, int] = defaultdict(int)
    for flow in flows:
        leaving[flow.column, flow.source] += flow.value
        arriving[flow.column + 1, flow.target] += flow.value
    return {key: max(leaving.get(key, 0), arriving.get(key, 0)) for key in [*leaving, *arriving]}


def _in_column(sizes: Mapping[Key, int], column: int) -> list[tuple[str, int]]:
    return [(label, size) for (place, label), size in sizes.items() if place == column]


def _joined(flows: Sequence[Flow], column: int) -> dict[str, str]:
    """New names of those that are joined, where a column has too many."""
    ranked = sorted(_in_column(_sizes(flows), column), key=lambda each: (-each[1], each[0]))
    if len(ranked) <= MOST:
        return {}
    small = ranked[MOST - 1 :]
    name = ngettext("%(number)s other", "%(number)s others", len(small)) % {"number": in_figures(len(small))}
    return {label: name for label, _size in small}
