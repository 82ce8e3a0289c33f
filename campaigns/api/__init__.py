"""The read API of campaigns: one module an area, each with its `ROUTES`."""

from campaigns.api import advocacy, groups, outreach, pages, partners, pipeline, projects, research, results

ROUTES = [
    *groups.ROUTES,
    *outreach.ROUTES,
    *partners.ROUTES,
    *pipeline.ROUTES,
    *projects.ROUTES,
    *research.ROUTES,
    *results.ROUTES,
    *advocacy.ROUTES,
    *pages.ROUTES,
]
