"""What a list offers around its rows."""

import pytest
from django.http import QueryDict

from core.listing.address import Address
from core.listing.headings import sort_options_of
from core.listing.registry import listings


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("sources", ["Title, A to Z", "Title, Z to A"]),
        ("jobs", ["Time of request, oldest first", "Time of request, newest first"]),
    ],
)
def test_orders_are_named_in_words(name, labels):
    options = sort_options_of(Address(listings()[name], QueryDict()))
    assert [option.label for option in options][:2] == labels
