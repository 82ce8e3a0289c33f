"""How a typed text finds names: every word of it, anywhere, in any order, in any script.

Conditions are over the generated columns of `core.models.Searchable`; `prefix` is the ORM path to
them ("organisation__"). All of them are served by the trigram and gram indexes:

* Chinese, Japanese and Korean runs match as substrings through `search_grams`, one character too.
* Words of one or two other letters match at the beginning of a word, longer ones anywhere.
* Typing errors (word similarity) are forgiven in words of four letters or more, and only where
  no name has all the words as they were typed. What was typed is compared with the words of all
  names (`core.near_words`), then names are found by the near ones.
"""

import re
from collections.abc import Mapping, Sequence

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Case, F, FloatField, Func, IntegerField, Q, TextField, Value, When

CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+")
MOST_WORDS = 8
FORGIVING_LENGTH = 4
EXACT, PREFIX, SUBSTRING, SIMILAR = range(4)


class FoldedText(Func):
    """Lower case without accents, as stored sort keys and search texts are."""

    function = "fold_text"
    output_field = TextField()


def words_of(text: str) -> list[str]:
    """The words of a query; runs of Chinese, Japanese and Korean are words of their own."""
    parted = CJK.sub(lambda run: f" {run.group()} ", text.replace("\x00", " "))
    return parted.split()[:MOST_WORDS]


def as_typed(words: list[str], prefix: str = "") -> Q:
    """Names that have every word as it was typed."""
    return _all([_has(word, prefix) for word in words])


def forgiving(words: list[str], prefix: str = "") -> Q:
    """Names that have every word, or one close to it; each name is compared, for tables whose words nobody learned."""
    return _all([_has(word, prefix) | _resembles(word, prefix) for word in words])


def with_near(words: list[str], near: Mapping[str, Sequence[str]], prefix: str = "") -> Q:
    """Names that have every word, or one of those near to it."""
    return _all([_has(word, prefix) | _has_any(near.get(word, ()), prefix) for word in words])


def forgiven(words: list[str]) -> list[str]:
    """The words in which typing errors are forgiven."""
    return [word for word in words if _can_resemble(word)]


def _all(conditions: list[Q]) -> Q:
    result = Q()
    for condition in conditions:
        result &= condition
    return result


def _has(word: str, prefix: str) -> Q:
    folded = FoldedText(Value(word))
    if CJK.fullmatch(word):
        holds_pieces = Q(**{f"{prefix}search_grams__contains": _pieces(word)})
        return holds_pieces if len(word) <= 2 else holds_pieces & Q(**{f"{prefix}search_text__contains": folded})
    if len(word) > 2:
        return Q(**{f"{prefix}search_text__contains": folded})
    # Letters after a space are a trigram, which two letters anywhere are not.
    inside = FoldedText(Value(f" {word}"))
    return Q(**{f"{prefix}search_text__startswith": folded}) | Q(**{f"{prefix}search_text__contains": inside})


def _pieces(word: str) -> list[str]:
    return [word] if len(word) <= 2 else [word[start : start + 2] for start in range(len(word) - 1)]


def _has_any(folded: Sequence[str], prefix: str) -> Q:
    result = Q()
    for word in folded:
        result |= Q(**{f"{prefix}search_text__contains": word})
    return result


def _can_resemble(word: str) -> bool:
    return len(word) >= FORGIVING_LENGTH and not CJK.fullmatch(word)


def _resembles(word: str, prefix: str) -> Q:
    if not _can_resemble(word):
        return Q()
    return Q(**{f"{prefix}search_text__trigram_word_similar": FoldedText(Value(word))})


def rank(text: str, prefix: str = "") -> Case:
    """How a name was found: exactly, at its beginning, within, by likeness; smaller is nearer."""
    folded = FoldedText(Value(text.strip()))
    return Case(
        When(**{f"{prefix}sort_key": folded}, then=Value(EXACT)),
        When(**{f"{prefix}search_text__startswith": folded}, then=Value(PREFIX)),
        When(as_typed(words_of(text), prefix), then=Value(SUBSTRING)),
        default=Value(SIMILAR),
        output_field=IntegerField(),
    )


def likeness(text: str, prefix: str = "") -> Case:
    """From 0 to 1, for names found by likeness; 1 for the others, which need no measuring."""
    folded = FoldedText(Value(text.strip()))
    measured = TrigramWordSimilarity(folded, F(f"{prefix}search_text"))  # type: ignore[arg-type]
    return Case(When(as_typed(words_of(text), prefix), then=Value(1.0)), default=measured, output_field=FloatField())
