"""Which records of several kinds a text finds; all kinds are asked in one statement."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import QuerySet, Value

from core.matching import forgiven, words_of
from core.near_words import near_words
from core.querysets import RANKED

Questions = Iterable[QuerySet[Any]]


def found_in(kinds: Mapping[str, Any], text: str) -> dict[str, list[int]]:
    """Numbers of the records that match `text`, by kind; kinds without any are left out.

    `kinds` are querysets that have `with_words`. Numbers are cut after one more than `RANKED`: then names that
    begin with `text` are among them, as in `SearchableQuerySet.nearest_first`.
    """
    words = words_of(text)
    if not words:
        return {}
    found = _asked({name: kind.with_words(words) for name, kind in kinds.items()})
    rest = {name: kind for name, kind in kinds.items() if name not in found}
    found |= _forgiven(rest, words)
    for name, numbers in _beginning(kinds, found, text).items():
        found[name] = list(dict.fromkeys(found[name] + numbers))
    return found


def _beginning(kinds: Mapping[str, Any], found: Mapping[str, list[int]], text: str) -> dict[str, list[int]]:
    """Names that begin with `text`, of kinds where more are found than are ranked."""
    many = [name for name, numbers in found.items() if len(numbers) > RANKED and hasattr(kinds[name], "beginning_with")]
    return _asked({name: [kinds[name].beginning_with(text)] for name in many})


def _forgiven(kinds: Mapping[str, Any], words: list[str]) -> dict[str, list[int]]:
    """By words that are near, for kinds that have none as it was typed."""
    misspelt = forgiven(words)
    near = near_words(misspelt) if kinds and misspelt else {}
    if not any(near.values()):
        return {}
    return _asked({name: kind.with_words(words, near) for name, kind in kinds.items()})


def _asked(questions: Mapping[str, Questions]) -> dict[str, list[int]]:
    """Answers to all questions, each cut after one more than `RANKED`."""
    names = list(questions)
    parts = [
        question.order_by().values_list(Value(position), "pk")[: RANKED + 1]
        for position, name in enumerate(names)
        for question in questions[name]
    ]
    if not parts:
        return {}
    found: dict[str, dict[int, None]] = {}
    for position, number in parts[0].union(*parts[1:], all=True):
        found.setdefault(names[position], {})[number] = None
    return {name: list(numbers) for name, numbers in found.items()}
