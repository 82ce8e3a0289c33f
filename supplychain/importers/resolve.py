"""Which records on file a list means: parties by name, sites by name, address and country."""

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from core.importers.parse.countries import Countries
from core.importers.parse.names import organisation_key
from supplychain.importers.parse.addresses import address_key
from supplychain.importers.parse.sites import Listed
from supplychain.queries.listed import KnownFactory, PartyNames
from supplychain.services.imports import PartyDraft, Ref


@dataclass(frozen=True)
class Ambiguous:
    """Several records fit; a person must say which."""

    value: str


class Parties:
    """Finds profiles of one kind by name; drafts those that are missing."""

    def __init__(self, own: PartyNames, others: PartyNames) -> None:
        self._current = _by_key(own.names, own.profile_of)
        self._former = _by_key(own.former_names, own.profile_of)
        # A body that is on record as the other kind only gets the missing profile, not a double.
        self._bodies = _by_key(others.names, {pk: pk for pk in others.profile_of if pk not in own.profile_of})
        self.drafts: dict[str, PartyDraft] = {}

    def find(self, name: str, source_code: str) -> Ref | Ambiguous:
        key = organisation_key(name)
        found = self._current.get(key) or self._former.get(key) or set()
        if len(found) > 1:
            return Ambiguous(name)
        if found:
            return next(iter(found))
        bodies = self._bodies.get(key, set())
        if len(bodies) > 1:
            return Ambiguous(name)
        self.drafts.setdefault(key, PartyDraft(key, name, source_code, next(iter(bodies), None)))
        return key

    def used(self, refs: Collection[Ref]) -> list[PartyDraft]:
        """The drafts among `refs`."""
        return [draft for key, draft in self.drafts.items() if key in refs]


def _by_key(names: Iterable[tuple[int, str]], targets: Mapping[int, int]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for organisation, name in names:
        if organisation in targets:
            found[organisation_key(name)].add(targets[organisation])
    return found


class Sites:
    """Finds factories by who runs them (or what they are called), address and country."""

    def __init__(self, known: Iterable[KnownFactory], countries: Countries) -> None:
        self.ids: set[int] = set()
        self._countries = countries
        self._closed: dict[int, str] = {}
        self._index: dict[tuple[Ref, str, str], set[int]] = defaultdict(set)
        for factory in known:
            self.ids.add(factory.pk)
            if factory.closed_address:
                self._closed[factory.pk] = factory.closed_address
            for who, place in itertools.product(_who(factory), self._places(factory)):
                self._index[(who, *place)].add(factory.pk)

    def _places(self, factory: KnownFactory) -> Iterator[tuple[str, str]]:
        for country, address in itertools.product(factory.countries, factory.addresses):
            if key := address_key(address, country, self._countries):
                yield key, country

    def find(self, listed: Listed, company: Ref) -> Ref | Ambiguous:
        place = (listed.address_key, listed.country)
        found = self._index.get((company, *place), set()) | self._index.get(
            (f"name {listed.company_key}", *place), set()
        )
        if len(found) > 1:
            return Ambiguous(listed.address)
        return next(iter(found)) if found else " ".join([f"site {company}", *place])

    def opens(self, listed: Listed, site: Ref) -> bool:
        """Does the row state the address of a factory whose location no public source states yet?"""
        address = self._closed.get(site, "") if isinstance(site, int) else ""
        return bool(address) and address_key(address, listed.country, self._countries) == listed.address_key


def _who(factory: KnownFactory) -> list[Ref]:
    """What a row may call the factory by: its operator, or any name that it has."""
    names: list[Ref] = [f"name {organisation_key(name)}" for name in factory.names]
    return names if factory.operator is None else [*names, factory.operator]
