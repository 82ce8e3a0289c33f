from core.listing.columns import IS_DEMO, Column
from core.listing.facets import Facet, FacetValue
from core.listing.listing import Listing
from core.listing.registry import listings
from core.listing.selection import Selection
from core.listing.sorts import Sort

__all__ = ["IS_DEMO", "Column", "Facet", "FacetValue", "Listing", "Selection", "Sort", "listings"]
