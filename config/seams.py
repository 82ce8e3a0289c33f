"""Seams between the apps: a lower app shows through these dotted paths what an upper one has.

It never imports upwards. The order here is the order on the page.
"""

PANELS: dict[str, list[str]] = {
    "factory": ["procurement.panels.LEVERAGE", "campaigns.panels.research.FACTORY"],
    "brand": ["procurement.panels.BRAND_CONTRACTS", "campaigns.panels.research.BRAND"],
    "company": ["procurement.panels.COMPANY_CONTRACTS"],
    "product": ["procurement.panels.PRODUCT_CONTRACTS"],
    "procurer": [
        "campaigns.panels.pipeline.CONSORTIUM",
        "campaigns.panels.pipeline.CONTACTS",
        "campaigns.panels.research.PROCURER",
    ],
    "affiliation": ["campaigns.panels.pipeline.MOVES"],
    "organisation": ["campaigns.panels.pipeline.DUES", "campaigns.panels.pipeline.ADHERENTS"],
    "home": [
        "procurement.panels.OWN_CONTRACTS",
        "campaigns.panels.headline.LIVE_COUNTS",
        "campaigns.panels.headline.LATEST",
        "campaigns.panels.headline.QUOTED_TOTALS",
    ],
    "activity": [
        "campaigns.panels.results.ACTIVITY_INDICATORS",
        "campaigns.panels.research.ACTIVITY",
        "campaigns.panels.pipeline.AT_ACTIVITY",
    ],
    "project": ["campaigns.panels.results.PROJECT_LOGFRAME"],
    "help": ["supplychain.glossary.SURE", "campaigns.panels.helping.PARTNERS"],
}
# Callables user -> queryset of ids of the factories behind the viewer's own contracts;
# those viewers may read addresses that no public source states.
LINKED_FACTORIES = "procurement.queries.own_factory_ids"
# Mixins that upper apps add to the FilterSet of a lower app's list.
FILTER_EXTENSIONS: dict[str, list[str]] = {
    "factories": ["procurement.filters.FactoriesByProcurer"],
    "affiliations": ["campaigns.filters.pipeline.AffiliationsByPartner"],
}
# Columns that upper apps add to a lower app's list (`core.listing.extensions.ListExtension`).
COLUMN_EXTENSIONS: dict[str, list[str]] = {"affiliations": ["campaigns.listing.affiliations.NEXT_STEPS"]}
# Callables (procurer, body, stage, happened_on) that refuse a step of an affiliation with a `ValidationError`.
AFFILIATION_GUARDS = ["campaigns.services.pipeline.contacts.encouraged_needs_contact"]
# Every list of the product (`core.listing.Listing`).
LISTINGS = [
    "campaigns.listing.outreach.ACTIVITIES",
    "campaigns.listing.projects.PROJECTS",
    "campaigns.listing.partners.PARTNERS",
    "campaigns.listing.pipeline.CONTACTS",
    "campaigns.listing.pipeline.ADHERENCES",
    "campaigns.listing.groups.GROUPS",
    "campaigns.listing.results.INDICATORS",
    "campaigns.listing.research.PUBLICATIONS",
    "campaigns.listing.advocacy.POLICIES",
    "campaigns.listing.pages.CAMPAIGNS",
    "procurement.listing.CONTRACTS",
    "procurement.listing.PROCURERS",
    "procurement.listing.SUPPLIERS",
    "procurement.listing.AFFILIATIONS",
    "procurement.listing.DISCLOSURES",
    "supplychain.listing.FACTORIES",
    "supplychain.listing.BRANDS",
    "supplychain.listing.COMPANIES",
    "supplychain.listing.PRODUCTS",
    "supplychain.listing.LINKS",
    "core.listing.records.SOURCES",
    "core.listing.records.REPORTS",
    "core.listing.records.JOBS",
    "core.listing.records.IMPORTS",
]
# Kinds of lists that `import_list` and the pages of imports know, by name.
IMPORT_KINDS: dict[str, str] = {
    "factories": "supplychain.importers.factories.FACTORIES",
    "brands": "supplychain.importers.brands.BRANDS",
    "products": "supplychain.importers.products.PRODUCTS",
    "procurers": "procurement.importers.procurers.PROCURERS",
}
# What rests on a source (`core.sourced.RestsOn`), in the order of its page.
SOURCED = [
    "procurement.queries.sourced.CONTRACTS",
    "supplychain.queries.sourced.LINKS",
    "supplychain.queries.sourced.FACTORIES",
    "supplychain.queries.sourced.PRODUCTS",
    "procurement.queries.sourced.AFFILIATIONS",
    "campaigns.queries.sourced.PARTNERS",
    "campaigns.queries.sourced.PUBLICATIONS",
    "campaigns.queries.sourced.POLICIES",
    "campaigns.queries.results.sourced.INDICATORS",
    "core.queries.sourced.ORGANISATIONS",
]
# What may forbid a move of an activity: callables (activity, to_state) that raise ValidationError.
ACTIVITY_GUARDS: list[str] = ["campaigns.services.results.periods.guard_activity"]
# What does the work of each kind of job (`core.tasks.Runner`).
JOB_KINDS = {
    "export": "core.listing.export_job.run",
    "report": "core.reports.making.run",
    "activity-import": "campaigns.importers.activity_job.run",
}
# Queue of each kind; a worker may serve one of them alone.
JOB_QUEUES = {"export": "reports", "report": "reports", "activity-import": "imports"}
# Kinds of reports (`core.reports.report.Report`), in the order of their page.
REPORTS: list[str] = [
    "campaigns.reports.outreach.OUTREACH",
    "procurement.reports.leverage.FACTORY_LEVERAGE",
    "procurement.reports.affiliate_return.AFFILIATE_RETURN",
    "procurement.reports.dossier.DOSSIER",
    "core.listing.receipt.SEARCH_RECEIPT",
    "campaigns.reports.outreach_log.OUTREACH_LOG",
    "campaigns.reports.logframe.LOGFRAME",
    "campaigns.reports.iati.IATI_FILE",
    "campaigns.reports.narrative_annex.NARRATIVE_ANNEX",
    "campaigns.reports.affiliation_pipeline.AFFILIATION_PIPELINE",
    "campaigns.reports.research_policy.RESEARCH_POLICY",
    "campaigns.reports.headline.HEADLINE",
]
# Lists that the search over everything looks into, in the order of its page.
SEARCHED = [
    "factories",
    "brands",
    "companies",
    "products",
    "procurers",
    "suppliers",
    "contracts",
    "partners",
    "groups",
    "activities",
    "projects",
    "publications",
    "policies",
    "indicators",
    "campaigns",
    "sources",
]
