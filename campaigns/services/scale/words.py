"""Names and identifiers of synthetic rows: common words, rare ones, Chinese ones; none of them real."""

import random
from collections.abc import Iterator
from functools import cache

from core.public_ids import ALPHABET, DATA_SYMBOLS, format_public_id
from core.transliteration import latin_reading

FIRST = ("bra", "kel", "ton", "mir", "sul", "vor", "dan", "pel", "gri", "hal", "nor", "zen", "fal", "ruk", "tas", "lom")
LAST = ("dor", "vik", "mund", "sel", "tar", "nova", "lin", "berg", "quin", "mar", "rath", "wen", "zor", "pix", "fen")
KINDS = ("Electronics", "Precision", "Technology", "Circuit", "Components", "Assembly", "Optronics", "Plastics")
KIND_WEIGHTS = (40, 20, 15, 8, 7, 5, 3, 2)
HAN = "晟澜岳栖杉川屿曦陵磴凪蒼恒臻禾睿焯匡奕茗垠祁珩霁雪凌翠瀬蓁灏莞葵琳羽澧朝霧"
HAN_KINDS = ("电子", "精密", "科技", "电路", "光电")
SPACE = len(ALPHABET) ** DATA_SYMBOLS
# Prime and no divisor of the space: counting in steps of it meets every number once.
STEP = 6_364_136_223_847


def identifiers(kind: str, seed: int, start: int = 0) -> Iterator[str]:
    """Distinct public identifiers without end, the same for the same seed."""
    number = random.Random(f"scale {seed} {kind}").randrange(SPACE) + start * STEP  # noqa: S311 (no secret)
    while True:
        number = (number + STEP) % SPACE
        yield format_public_id(kind + _symbols(number))


def _symbols(number: int) -> str:
    symbols = []
    for _ in range(DATA_SYMBOLS):
        number, place = divmod(number, len(ALPHABET))
        symbols.append(ALPHABET[place])
    return "".join(symbols)


def word(chooser: random.Random) -> str:
    """An invented word of two or three syllables."""
    return (
        chooser.choice(FIRST) + (chooser.choice(FIRST) if chooser.random() < 0.5 else "") + chooser.choice(LAST)
    ).title()


def factory_names(chooser: random.Random, town: str, town_local: str, is_chinese: bool) -> tuple[str, str, str]:
    """Name, name in local script and its Latin reading."""
    kind = chooser.choices(KINDS, weights=KIND_WEIGHTS)[0]
    name = f"{word(chooser)} {kind} {town}"
    if not is_chinese:
        return name, "", ""
    pair, kind_local = chooser.choice(HAN) + chooser.choice(HAN), chooser.choice(HAN_KINDS)
    read = f"{_reading(pair)} {_reading(kind_local)} {_reading(town_local)}"
    return name, f"{pair}{kind_local}（{town_local}）有限公司", read


@cache
def _reading(text: str) -> str:
    return latin_reading(text)
