"""The read API of campaigns: one module an area, each with its `ROUTES`."""

from campaigns.api import groups, partners

ROUTES = [*groups.ROUTES, *partners.ROUTES]
