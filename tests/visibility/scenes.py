"""What a scene is: a record in a state, and where it would show itself.

A builder makes the records of one row: in the first table for the organisation of the column "buyer", in that of
campaign partners for a `Cast`. `seen` asks the querysets; a `Probe` is a text that an address shows exactly to those
who may see the record.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.urls import Resolver404, resolve


@dataclass(frozen=True)
class Probe:
    """`text` stands in the answer of `path` if and only if the viewer may see the record."""

    surface: str
    path: str
    text: str

    @property
    def exists(self) -> bool:
        """Whether this program has such an address."""
        try:
            resolve(self.path.partition("?")[0])
        except Resolver404:
            return False
        return True


@dataclass(frozen=True)
class Scene:
    """`seen(user)` is True, False or "counted", as querysets and queries tell."""

    seen: Callable[[Any], bool | str]
    probes: list[Probe] = field(default_factory=list)


Builder = Callable[[Any], Scene]
BUILDERS: dict[tuple[str, str], Builder] = {}


def builds(name: str, *states: str) -> Callable[[Callable[..., Scene]], Callable[..., Scene]]:
    """Registers a builder (organisation, state) for rows of the table."""

    def register(build: Callable[..., Scene]) -> Callable[..., Scene]:
        for state in states:
            BUILDERS[name, state] = lambda organisation, state=state: build(organisation, state)
        return build

    return register


def sees(queryset: Callable[[Any], Any], record: Any) -> Callable[[Any], bool]:
    """Question whether `queryset(user)` holds the record."""
    return lambda user: queryset(user).filter(pk=record.pk).exists()


def in_detail(name: str, record: Any, text: str | None = None, *, surfaces: str = "page history api") -> list[Probe]:
    """Probes of a record's own page, history and API object; `text` is its identifier unless given."""
    shown = text or record.public_id
    paths = {
        "page": f"/{name}/{record.public_id}/",
        "history": f"/{name}/{record.public_id}/history/",
        "api": f"/api/v1/{name}/{record.public_id}/",
    }
    return [Probe(surface, paths[surface], shown) for surface in surfaces.split()]


def in_list(name: str, text: str, query: str = "") -> list[Probe]:
    """Probes of a list: page, CSV and API."""
    also = f"&{query}" if query else ""
    return [
        Probe("list", f"/{name}/?{query}", text),
        Probe("csv", f"/{name}/?format=csv{also}", text),
        Probe("api list", f"/api/v1/{name}/", text),
    ]


def in_filter(name: str, text: str, query: str) -> list[Probe]:
    """Probe of a filter that would give the record away by what it leaves in the list."""
    return [Probe("filter", f"/{name}/?format=csv&{query}", text)]


def in_search(query: str, record: Any) -> list[Probe]:
    return [Probe("search", f"/search/?q={query}", record.get_absolute_url())]
