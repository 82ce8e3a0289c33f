"""All lists by name (`settings.LISTINGS`), for saved searches, export jobs and the API's root."""

import functools

from django.conf import settings
from django.utils.module_loading import import_string

from core.listing.listing import Listing


@functools.cache
def listings() -> dict[str, Listing]:
    """Every declared list by its name, in the order of the settings."""
    declared = [import_string(path) for path in settings.LISTINGS]
    return {listing.name: listing for listing in declared}
