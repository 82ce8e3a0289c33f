"""Countries by code or by name in the languages that lists are written in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from babel import Locale

from core.importers.parse.cells import compact

LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt", "da", "sv", "pl", "zh", "zh_Hant", "ja", "ko", "vi")
# Names that are common and clear.
NAMES = {
    "usa": "US",
    "unitedstatesofamerica": "US",
    "prchina": "CN",
    "peoplesrepublicofchina": "CN",
    "hongkong": "HK",
    "hongkongsar": "HK",
    "macao": "MO",
    "macau": "MO",
    "southkorea": "KR",
    "republicofkorea": "KR",
    "vietnam": "VN",
    "czechrepublic": "CZ",
    "thenetherlands": "NL",
    "russianfederation": "RU",
    "台灣": "TW",
    "中國": "CN",
}
# Codes and names that standards do not have; reading them is an assumption worth a remark.
ASSUMED = {
    "uk": "GB",
    "el": "GR",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northernireland": "GB",
    "greatbritain": "GB",
    "korea": "KR",
    "czech": "CZ",
    "holland": "NL",
    "turkiye": "TR",
    "us": "US",
    "prc": "CN",
}


@cache
def _published_names() -> dict[str, str]:
    """Compact names of all territories in `LANGUAGES`; the first language to use a name has it."""
    names: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha():
                names.setdefault(compact(str(name)), code)
    return names


@dataclass
class Countries:
    """The countries on record, as (code, three-letter code, English name)."""

    known: Iterable[tuple[str, str, str]]
    _codes: dict[str, str] = field(init=False)
    _names: dict[str, str] = field(init=False)
    _spellings: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        rows = list(self.known)
        self._codes = {key.casefold(): code for code, alpha3, _ in rows for key in (code, alpha3) if key}
        codes = set(self._codes.values())
        own = {compact(name): code for code, _, name in rows}
        self._names = {
            name: code for name, code in {**_published_names(), **own, **NAMES}.items() if code in codes and name
        }

    def __bool__(self) -> bool:
        return bool(self._codes)

    def read(self, text: str) -> tuple[str, bool]:
        """Code of the country that `text` names, or ""; and whether that took an assumption."""
        code = self._codes.get(text.casefold()) or self._names.get(compact(text))
        if code:
            return code, False
        assumed = ASSUMED.get(compact(text), "")
        return (assumed, True) if assumed in self._codes.values() else ("", False)

    def at_end_of(self, text: str) -> str:
        """Code of the country whose name ends `text`, or ""."""
        words = text.replace(",", " ").split()
        for count in range(min(4, len(words)), 0, -1):
            key = compact(" ".join(words[-count:]))
            if (code := self._names.get(key) or ASSUMED.get(key, "")) and len(key) > 3:
                return code if code in self._codes.values() else ""
        return self._codes.get(words[-1].casefold(), "") if words and words[-1] in ("USA", "UK") else ""

    def spellings_of(self, code: str) -> tuple[str, ...]:
        """Compact names of a country, longest first."""
        if code not in self._spellings:
            names = [name for table in (self._names, ASSUMED) for name, country in table.items() if country == code]
            self._spellings[code] = tuple(sorted({n for n in names if len(n) > 2}, key=lambda n: (-len(n), n)))
        return self._spellings[code]
