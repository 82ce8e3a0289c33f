"""Latin readings of names in other scripts, for search."""

import re

from anyascii import anyascii
from pypinyin import lazy_pinyin

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_BEYOND_LATIN = re.compile(r"[\u0370-\u1dff\u2c80-\uffff\U00010000-\U0003ffff]")


def latin_reading(*names: str) -> str:
    """Readings of those `names` that are not in Latin script, else an empty text.

    Chinese characters read as toneless pinyin, both spaced and joined (`shen zhen`,
    `shenzhen`); other scripts are spelled in ASCII.
    """
    readings: list[str] = []
    for name in names:
        if _BEYOND_LATIN.search(name):
            readings += _readings_of(name)
    return " ".join(dict.fromkeys(readings))[:600]


def _readings_of(name: str) -> list[str]:
    if not _HAN.search(name):
        return [anyascii(name)]
    spaced = _HAN.sub(lambda run: f" {' '.join(lazy_pinyin(run.group()))} ", name)
    joined = _HAN.sub(lambda run: f" {''.join(lazy_pinyin(run.group()))} ", name)
    return [" ".join(anyascii(text).split()) for text in (spaced, joined)]
