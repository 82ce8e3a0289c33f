"""The words of all names."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class NameWord(models.Model):
    """A word of a name that is searched, folded; learned by triggers (ADR 15), perhaps more than once.

    Misspelt words are compared with these. A word stays when its last name goes, until
    `core.services.words.rebuild_words`.
    """

    word = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["word"], name="core_nameword_word"),
            GinIndex(fields=["word"], name="core_nameword_trgm", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.word
