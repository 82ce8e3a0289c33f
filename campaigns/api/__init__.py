"""The read API of campaigns: one module an area, each with its `ROUTES`."""

from campaigns.api import groups, outreach, partners, projects

ROUTES = [*groups.ROUTES, *outreach.ROUTES, *partners.ROUTES, *projects.ROUTES]
from campaigns.api import groups, partners, research
from campaigns.api import advocacy, groups, partners, research
from campaigns.api import advocacy, groups, pages, partners, research

ROUTES = [*advocacy.ROUTES, *pages.ROUTES, *groups.ROUTES, *partners.ROUTES, *research.ROUTES]
