"""Code lists of the core records."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a member may do for an organisation."""

    PROCURER = "procurer", _("Public buyer")
    PARTNER = "partner", _("Campaign partner")
    MONITOR = "monitor", _("Monitoring partner")
    ADMIN = "admin", _("Administrator")


class Audience(TextChoices):
    """Who may see a restricted record, widest first."""

    PUBLIC = "public", _("Everyone")
    REGISTERED = "registered", _("Signed-in users")
    NAMED = "named", _("Named organisations and monitors")
    MONITORS = "monitors", _("Monitors")


class AudienceLevel(IntegerChoices):
    """Order of audiences in roll-ups: a viewer of level n sees rows of level <= n."""

    PUBLIC = 0, _("Everyone")
    REGISTERED = 1, _("Signed-in users")
    RESTRICTED = 2, _("Monitors and administrators")


class SourceKind(TextChoices):
    BRAND_LIST = "brand_list", _("Supplier list published by a brand")
    DISCLOSURE = "disclosure", _("Disclosure by a supplier or brand")
    CERTIFICATE = "certificate", _("Certificate")
    MONITORING = "monitoring", _("Monitoring report")
    REGISTER = "register", _("Register")
    SITE_CLAIM = "site_claim", _("Statement of the site")
    PRESS = "press", _("Press or trade data")
    NOTICE = "notice", _("Public procurement notice")
    REFERENCE = "reference", _("Reference list or standard")
    WEB_PAGE = "web_page", _("Web page")
    RESEARCH = "research", _("Research")
    OTHER = "other", _("Other")


class Granularity(TextChoices):
    """How closely a list of suppliers places its rows."""

    SITE = "site", _("Sites with address")
    REGION = "region", _("Companies with region or country")
    NONE = "none", _("Names only")


class IatiOrganisationType(TextChoices):
    """IATI OrganisationType code list."""

    GOVERNMENT = "10", _("Government")
    LOCAL_GOVERNMENT = "11", _("Local government")
    OTHER_PUBLIC = "15", _("Other public sector")
    INTERNATIONAL_NGO = "21", _("International NGO")
    NATIONAL_NGO = "22", _("National NGO")
    REGIONAL_NGO = "23", _("Regional NGO")
    PARTNER_COUNTRY_NGO = "24", _("Partner country based NGO")
    PPP = "30", _("Public private partnership")
    MULTILATERAL = "40", _("Multilateral")
    FOUNDATION = "60", _("Foundation")
    PRIVATE = "70", _("Private sector")
    PRIVATE_PROVIDER = "71", _("Private sector in provider country")
    PRIVATE_RECIPIENT = "72", _("Private sector in aid recipient country")
    PRIVATE_THIRD = "73", _("Private sector in third country")
    ACADEMIC = "80", _("Academic, training and research")
    OTHER = "90", _("Other")


class JobState(TextChoices):
    QUEUED = "queued", _("Waiting")
    RUNNING = "running", _("Running")
    JOINING = "joining", _("Waiting for its parts")
    SUCCEEDED = "succeeded", _("Done")
    FAILED = "failed", _("Failed")
    CANCELLED = "cancelled", _("Cancelled")
    EXPIRED = "expired", _("Expired")


class ImportState(TextChoices):
    RUNNING = "running", _("Running")
    PREVIEWED = "previewed", _("Tried without saving")
    COMPLETED = "completed", _("Completed")
    FAILED = "failed", _("Failed")


class RowVerdict(TextChoices):
    CREATED = "created", _("Created")
    CHANGED = "changed", _("Changed")
    UNCHANGED = "unchanged", _("Unchanged")
    REVIEW = "review", _("Needs review")
    REJECTED = "rejected", _("Rejected")


class Frequency(TextChoices):
    DAILY = "daily", _("Every day")
    WEEKLY = "weekly", _("Every week")
    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every quarter")
    YEARLY = "yearly", _("Every year")


class Weekday(IntegerChoices):
    """As ISO 8601 numbers them."""

    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")
    SUNDAY = 7, _("Sunday")
