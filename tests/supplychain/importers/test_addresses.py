"""Spellings of one address have one key; numbers always count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.importers.parse.countries import Countries
from supplychain.importers.parse.addresses import address_key, check, mend, without_numbers

COUNTRIES = Countries(
    [
        ("CN", "CHN", "China"),
        ("HK", "HKG", "Hong Kong"),
        ("TW", "TWN", "Taiwan"),
        ("US", "USA", "United States"),
        ("JP", "JPN", "Japan"),
    ]
)


@pytest.mark.parametrize(
    "spellings",
    [
        [
            "No 8 Test Road, Longhua Town, Shenzhen, Guangdong, China",
            "No.8 Test Rd Long-hua Town Shenzhen Guang- dong China",
            "8 Test Road LongHua Town ShenzhenGuangdongChina",
            "NO8 TEST ROAD LONGHUA TOWN SHENZHEN GUANGDONG PR China",
            "#8 Test Road Longhua Town Shenzhen Guangdong",
        ],
        ["5 Bo'ai Street & Sons", "5 Bo’ai St. and Sons"],
        ["12 Hi-Tech Ind Park", "12 High Technology Industrial Park"],
    ],
)
def test_spellings_of_one_address_have_one_key(spellings: list[str]) -> None:
    assert len({address_key(address, "CN", COUNTRIES) for address in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("No 8 Test Road", "No 18 Test Road"),
        ("1 23 Test Road", "12 3 Test Road"),
        ("Building 2 No 8 Test Road", "Building 8 No 2 Test Road"),
        ("8 Test Road Block A", "8 Test Road Block B"),
    ],
)
def test_addresses_with_other_numbers_or_letters_are_others(one: str, other: str) -> None:
    assert address_key(one, "CN", COUNTRIES) != address_key(other, "CN", COUNTRIES)


def test_numbers_alone_are_what_two_keys_may_differ_by() -> None:
    one, other = (address_key(text, "CN", COUNTRIES) for text in ("No 8 Test Road", "No 1-8 Test Road"))
    assert without_numbers(one) == without_numbers(other)


def test_an_address_that_is_only_its_country_keeps_it() -> None:
    assert address_key("China", "CN", COUNTRIES) == "china"


@given(st.text(max_size=60), st.sampled_from(["CN", "US", "JP"]))
def test_case_and_blanks_at_the_ends_never_count(address: str, country: str) -> None:
    key = address_key(address, country, COUNTRIES)
    assert address_key(f"  {address} ", country, COUNTRIES) == key


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=5))
def test_different_numbers_never_share_a_key(numbers: list[int]) -> None:
    written = " ".join(map(str, numbers))
    changed = " ".join(map(str, [*numbers[:-1], numbers[-1] + 1]))
    assert address_key(f"Road {written}", "CN", COUNTRIES) != address_key(f"Road {changed}", "CN", COUNTRIES)


@pytest.mark.parametrize(
    ("address", "mended", "codes"),
    [
        ("8 Road Guang- dong China", "8 Road Guangdong China", ["word-split"]),
        ("8 Road GuangdongChina", "8 Road Guangdong China", ["words-glued"]),
        ("8 Kiln-DeLisle Road", "8 Kiln-DeLisle Road", []),
        ("8 Road A - B", "8 Road A - B", []),
    ],
)
def test_what_a_page_layout_did_is_mended_and_told(address: str, mended: str, codes: list[str]) -> None:
    text, problems = mend("address", address)
    assert (text, [problem.code for problem in problems]) == (mended, codes)


@pytest.mark.parametrize(
    ("address", "country", "codes"),
    [
        ("8 Test Road Longhua Town Shenzhen China", "CN", []),
        ("1 Tuas Road Japan", "JP", ["address-short"]),
        ("PO Box 28 Industrial Area Muar Johor Japan", "JP", ["po-box"]),
        ("10 Sam Chuk Street San Po Kong Kowloon Hong Kong China", "CN", ["territory-or-china"]),
        ("10 Sam Chuk Street San Po Kong Kowloon Hong Kong", "CN", ["territory-or-china"]),
        ("No 30 Dongwaihuan Road Taiwan Businessmen Park Xinyang Henan China", "CN", []),
        ("8 Test Road Longhua Town Osaka Japan", "CN", ["country-differs"]),
        ("No 11 Jingke Road Taichung Taiwan Building 3 No 158 Fengjiang Road Suzhou China", "CN", ["several-sites"]),
        ("8 Test Road Longhua Town Shenzhen China", "", []),
    ],
)
def test_suspicious_addresses_are_told_by_code(address: str, country: str, codes: list[str]) -> None:
    assert [problem.code for problem in check("address", address, country, COUNTRIES)] == codes
