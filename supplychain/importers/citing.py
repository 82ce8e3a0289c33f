"""Links and relations of a list under way: which exist, which list names which, and their dates."""

import datetime
from collections import defaultdict
from collections.abc import Callable

from core.importers.parse.mapping import SourceSpec
from supplychain.queries.listed import KnownCitations
from supplychain.seen import Mention, list_days, seen_dates
from supplychain.services.imports import CitationDraft, Ref, Seen

Key = tuple[Ref, ...]


class Citations:
    """What lists name, on record and in this import. The first part of a key is its brand."""

    def __init__(self, known: KnownCitations, fold: Callable[[Key], Key]) -> None:
        self._fold = fold
        self._known_seen: dict[Ref, tuple[datetime.date | None, datetime.date | None]] = dict(known.seen.items())
        self._refs: dict[Key, Ref] = {}
        for pk, key in known.keys.items():
            self._refs.setdefault(fold(key), pk)
        self._brand_of: dict[Ref, Ref] = {pk: key[0] for pk, key in known.keys.items()}
        self._mentions: dict[Ref, list[Mention]] = defaultdict(list)
        self._cited: set[tuple[Ref, str]] = set()
        for pk, code, publisher, granularity, seen_on in known.mentions:
            self._mentions[pk].append(Mention(publisher, granularity, seen_on))
            self._cited.add((pk, code))
        self.drafts: list[CitationDraft] = []
        self.new: dict[str, Key] = {}

    def find(self, key: Key) -> tuple[Ref, bool]:
        """Reference of the record with `key`, and whether it is new here."""
        folded = self._fold(key)
        if folded in self._refs:
            return self._refs[folded], False
        ref = " / ".join(map(str, folded))
        self._refs[folded] = ref
        self.new[ref] = key
        self._brand_of[ref] = key[0]
        return ref, True

    def cite(self, ref: Ref, source: SourceSpec, number: int, seen_on: datetime.date) -> bool:
        """Note that `source` names it in row `number`; False where that is on record."""
        if (ref, source.code) in self._cited:
            return False
        self._cited.add((ref, source.code))
        self._mentions[ref].append(Mention(str(source.settings["publisher_name"]), source.granularity, seen_on))
        self.drafts.append(CitationDraft(ref, source.code, f"row {number}", seen_on))
        return True

    def seen(self) -> dict[Ref, Seen]:
        """Dates of new records, and those dates of others that the new lists move."""
        by_brand: dict[Ref, list[Ref]] = defaultdict(list)
        for ref in self._mentions:
            by_brand[self._brand_of[ref]].append(ref)
        moved: dict[Ref, Seen] = {}
        for brand in {self._brand_of[draft.target] for draft in self.drafts}:
            lists = list_days(mention for ref in by_brand[brand] for mention in self._mentions[ref])
            for ref in by_brand[brand]:
                dates = self._dates(ref, seen_dates(self._mentions[ref], lists))
                if dates != self._known_seen.get(ref):
                    moved[ref] = dates
        return moved

    def _dates(self, ref: Ref, computed: Seen) -> Seen:
        known_first = self._known_seen.get(ref, (None, None))[0]
        return (min(computed[0], known_first) if known_first else computed[0], computed[1])
