"""Rules of research."""

import datetime

from tests.factories import campaigns

BROKEN = [
    (campaigns.PublicationFactory, {"name": ""}, "campaigns_publication_name_given"),
    (campaigns.PublicationFactory, {"issues": ["gossip"]}, "campaigns_publication_issues_known"),
    (campaigns.PublicationFactory, {"year": 19}, "campaigns_publication_year_plausible"),
    (
        campaigns.PublicationFactory,
        {"year": 2020, "published_on": datetime.date(2019, 5, 6)},
        "campaigns_publication_year_of_day",
    ),
    (campaigns.PublicationPartyFactory, {"role": "reader"}, "campaigns_publicationparty_role_known"),
    (campaigns.PublicationSubjectFactory, {"country": None}, "campaigns_publicationsubject_one"),
]
