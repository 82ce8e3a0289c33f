"""Public identifiers: readable aloud, and a slip of the pen is noticed."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.public_ids import (
    ALPHABET,
    InvalidPublicId,
    check_symbol,
    format_public_id,
    new_public_id,
    new_public_ids,
    normalise_public_id,
)

payloads = st.text(alphabet=ALPHABET, min_size=10, max_size=10)


def symbols_of(public_id: str) -> str:
    return public_id.replace("-", "")


@given(payloads)
def test_written_form_reads_back_as_itself(payload):
    written = format_public_id(payload)
    assert normalise_public_id(written) == written
    assert normalise_public_id(written.lower().replace("-", " ")) == written


@given(payloads, st.integers(0, 10), st.sampled_from(ALPHABET))
def test_every_single_wrong_symbol_is_noticed(payload, position, wrong):
    symbols = list(symbols_of(format_public_id(payload)))
    if symbols[position] == wrong:
        return
    symbols[position] = wrong
    with pytest.raises(InvalidPublicId):
        normalise_public_id("".join(symbols))


@given(payloads, st.integers(0, 10), st.integers(0, 10))
def test_every_swap_of_two_symbols_is_noticed(payload, first, second):
    symbols = list(symbols_of(format_public_id(payload)))
    if symbols[first] == symbols[second]:
        return
    symbols[first], symbols[second] = symbols[second], symbols[first]
    with pytest.raises(InvalidPublicId):
        normalise_public_id("".join(symbols))


@pytest.mark.parametrize(("heard", "meant"), [("O", "0"), ("I", "1"), ("L", "1"), ("S", "5"), ("U", "V")])
def test_letters_outside_the_alphabet_are_read_as_what_they_look_like(heard, meant):
    written = format_public_id("F" + meant * 9)
    assert normalise_public_id(symbols_of(written).replace(meant, heard)) == written


@pytest.mark.parametrize("text", ["", "F", "F-1234-5678", "F-1234-5678-9!", "F-1234-5678-9A-1", "Ä-1234-5678-90"])
def test_what_is_no_identifier_is_refused(text):
    with pytest.raises(InvalidPublicId):
        normalise_public_id(text)


def test_identifier_of_another_kind_is_refused():
    brand = new_public_id("B")
    assert normalise_public_id(brand, "B") == brand
    with pytest.raises(InvalidPublicId):
        normalise_public_id(brand, "F")


def test_a_seeded_source_gives_the_same_identifiers_again():
    assert list(new_public_ids("F", 50, random.Random(7))) == list(new_public_ids("F", 50, random.Random(7)))


def test_many_identifiers_are_distinct_and_well_formed():
    made = list(new_public_ids("K", 2000, random.Random(1)))
    assert len(set(made)) == 2000
    assert all(normalise_public_id(public_id, "K") == public_id for public_id in made)


def test_check_symbol_is_known_by_hand():
    # F is worth 15 and weighs 2: 30, so the check symbol is worth 1 (30 + 1 = 31).
    assert ALPHABET.index("F") == 15
    assert check_symbol("F000000000") == "1"
