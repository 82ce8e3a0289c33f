from core.models.accounts import ApiToken, Membership, User
from core.models.base import Profile, PublicRecord, Record, Searchable
from core.models.imports import ImportRow, ImportRun
from core.models.jobs import Job
from core.models.organisations import Organisation, OrganisationIdentifier
from core.models.reference import Country, Currency
from core.models.schedules import ReportRecipient, ReportSchedule
from core.models.searches import SavedSearch
from core.models.sources import Source
from core.models.words import NameWord

__all__ = [
    "ApiToken",
    "Country",
    "Currency",
    "ImportRow",
    "ImportRun",
    "Job",
    "Membership",
    "NameWord",
    "Organisation",
    "OrganisationIdentifier",
    "Profile",
    "PublicRecord",
    "Record",
    "ReportRecipient",
    "ReportSchedule",
    "SavedSearch",
    "Searchable",
    "Source",
    "User",
]
