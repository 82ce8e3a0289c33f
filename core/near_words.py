"""Which words of names somebody may have meant who typed a word wrongly."""

from collections.abc import Mapping, Sequence

from django.db import connection

MOST_NEAR = 30
# Nearest first; words that hold the typed one are found without help. Also two words that were typed as one.
NEAR = """
SELECT typed.word, near.word
FROM (SELECT word, fold_text(word) AS folded FROM unnest(%(typed)s::text[]) AS word) AS typed
CROSS JOIN LATERAL (
    (SELECT known.word FROM core_nameword AS known
    WHERE known.word %%> typed.folded AND strpos(known.word, typed.folded) = 0
    GROUP BY known.word ORDER BY word_similarity(typed.folded, known.word) DESC, known.word LIMIT %(most)s)
    UNION ALL
    SELECT left(typed.folded, cut) || ' ' || substr(typed.folded, cut + 1)
    FROM generate_series(2, length(typed.folded) - 2) AS cut
    WHERE EXISTS (SELECT FROM core_nameword AS known WHERE known.word = left(typed.folded, cut))
      AND EXISTS (SELECT FROM core_nameword AS known WHERE known.word = substr(typed.folded, cut + 1))
) AS near
"""
Near = Mapping[str, Sequence[str]]


def near_words(typed: Sequence[str]) -> Near:
    """Words of names close to each typed word; one query."""
    found: dict[str, list[str]] = {word: [] for word in typed}
    with connection.cursor() as cursor:
        cursor.execute(NEAR, {"typed": list(found), "most": MOST_NEAR})
        for word, near in cursor.fetchall():
            found[word].append(near)
    return found
