"""Cells, names and countries are made comparable without losing what matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.importers.parse.cells import clean, compact, is_blank_word
from core.importers.parse.countries import Countries
from core.importers.parse.names import organisation_key, without_continuation

COUNTRIES = Countries(
    [
        ("CN", "CHN", "China"),
        ("HK", "HKG", "Hong Kong"),
        ("TW", "TWN", "Taiwan"),
        ("GB", "GBR", "United Kingdom"),
        ("GR", "GRC", "Greece"),
        ("KR", "KOR", "Korea, Republic of"),
        ("US", "USA", "United States"),
        ("CZ", "CZE", "Czechia"),
        ("NA", "NAM", "Namibia"),
    ]
)


@pytest.mark.parametrize(
    ("text", "value", "codes"),
    [
        ("  Two\n lines ", "Two lines", ["line-break"]),
        ("\nGuangdong", "Guangdong", ["line-break"]),
        ("tab\there", "tab here", ["tab"]),
        ("a  b", "a b", []),
        ("#N/A", "", ["formula-error"]),
        ("#ref!", "", ["formula-error"]),
        ("TarumÃ£", "TarumÃ£", ["characters-garbled"]),
        ("x â€“ y", "x â€“ y", ["characters-garbled"]),
        ("zero\u200bwidth\ufeff", "zerowidth", []),
        ("e\u0301", "é", []),
        ("Â rvore", "Â rvore", []),
    ],
)
def test_cells_are_evened_out_and_what_may_matter_is_told(text: str, value: str, codes: list[str]) -> None:
    cleaned, problems = clean("address", text)
    assert (cleaned, [problem.code for problem in problems]) == (value, codes)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once, _ = clean("x", text)
    assert clean("x", once)[0] == once
    assert "\n" not in once


@given(st.text())
def test_a_compact_text_is_its_own_compact_form(text: str) -> None:
    assert compact(compact(text)) == compact(text)


def test_words_for_nothing_are_blank_and_short_names_are_not() -> None:
    assert is_blank_word("N/A")
    assert is_blank_word("na")
    assert not is_blank_word("3M")


@pytest.mark.parametrize(
    "spellings",
    [
        ["Micron Technology Inc", "Micron Technology, Inc.", "MICRON TECHNOLOGY INCORPORATED"],
        ["Hon Hai Precision Industry Co., Ltd. (Foxconn)", "Hon Hai Precision Industry Company Limited (Foxconn)"],
        ["R.R. Donnelley & Sons Co.", "RR Donnelley and Sons Company"],
        ["Career Technology (Mfg.) Co., Ltd.", "Career Technology (Manufacturing) Company Limited"],
        ["Taiwan Semiconductor Manufacturing Co. Ltd. (TSMC)", "Taiwan Semiconductor Manufacturing"],
        ["The Chemours Company", "Chemours"],
        ["Solvay S.A.", "Solvay SA", "Solvay (continued)"],
        ["Nexperia B.V.", "nexperia bv"],
    ],
)
def test_spellings_of_one_name_have_one_key(spellings: list[str]) -> None:
    assert len({organisation_key(name) for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Unisteel Technology Limited", "Unisteel Technology Limited (SFS Group)"),
        ("Lens Technology", "Lens One Technology"),
        ("Sunwoda Electronic", "Sunwoda Electronics"),
        ("Alps Electric Co., Ltd.", "Alps Alpine Co., Ltd."),
        ("Salcomp (Shenzhen) Co.", "Salcomp Plc"),
        ("Factory 1 Ltd", "Factory 2 Ltd"),
    ],
)
def test_different_names_have_different_keys(one: str, other: str) -> None:
    assert organisation_key(one) != organisation_key(other)


def test_a_name_that_is_only_a_legal_form_stays_a_name() -> None:
    assert organisation_key("SE") == "se"
    assert organisation_key("The Company Ltd") == "company"


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "Zs", "Po")), max_size=40))
def test_a_name_and_its_spellings_have_one_key(name: str) -> None:
    key = organisation_key(name)
    assert organisation_key(f"  {name.upper()}.  ") == key or name.upper().casefold() != name.casefold()


def test_continued_is_no_part_of_a_name() -> None:
    assert without_continuation("Goertek Inc. (continued)") == "Goertek Inc."
    assert without_continuation("Goertek (China) Inc.") == "Goertek (China) Inc."


@pytest.mark.parametrize(
    ("text", "code", "assumed"),
    [
        ("CN", "CN", False),
        ("chn", "CN", False),
        ("China", "CN", False),
        ("中国", "CN", False),
        ("中國", "CN", False),
        ("台灣", "TW", False),
        ("Hongkong", "HK", False),
        ("Republic of Korea", "KR", False),
        ("Korea", "KR", True),
        ("Czech", "CZ", True),
        ("UK", "GB", True),
        ("EL", "GR", True),
        ("Vereinigtes Königreich", "GB", False),
        ("Asia", "", False),
        ("中港澳", "", False),
        ("", "", False),
        ("Vietnam", "", False),
    ],
)
def test_countries_are_read_by_code_and_name(text: str, code: str, assumed: bool) -> None:
    assert COUNTRIES.read(text) == (code, assumed)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("8 Test Road, Shenzhen, China", "CN"),
        ("8 Test Road Hong Kong", "HK"),
        ("1 Main Street Austin Texas USA", "US"),
        ("1 Main Street Austin Texas United States of America", "US"),
        ("1 Main Street", ""),
        ("", ""),
    ],
)
def test_the_country_that_ends_an_address_is_found(text: str, code: str) -> None:
    assert COUNTRIES.at_end_of(text) == code


def test_an_empty_list_of_countries_is_false() -> None:
    assert not Countries([])
    assert COUNTRIES
