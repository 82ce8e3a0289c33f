"""Code lists of the supply chain. Stages are reference rows, see `supplychain.models.Stage`."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Basis(TextChoices):
    """What a production link rests on, strongest first."""

    CONTRACT_DISCLOSURE = "contract_disclosure", _("Disclosed for a contract by its supplier")
    MODEL_DISCLOSURE = "model_disclosure", _("Disclosed by the brand for the model")
    CERTIFICATE = "certificate", _("Certificate that names the factory")
    MONITORING = "monitoring", _("Found by workers or monitors at the site")
    BRAND_LIST = "brand_list", _("Supplier list published by the brand")
    SITE_CLAIM = "site_claim", _("The site's own claim")
    REGISTER = "register", _("Third-party register")
    PRESS_TRADE = "press_trade", _("Press or trade data")
    INFERRED = "inferred", _("Inferred")


CONFIRMING_BASES = (Basis.CONTRACT_DISCLOSURE, Basis.MODEL_DISCLOSURE, Basis.CERTIFICATE, Basis.MONITORING)


class Confidence(TextChoices):
    """Derived from the basis, never typed."""

    CONFIRMED = "confirmed", _("Confirmed")
    SUSPECTED = "suspected", _("Suspected")


class LinkRole(TextChoices):
    """What the site's operator is to the brand."""

    OWN_PLANT = "own_plant", _("Brand's own plant")
    ODM = "odm", _("Original design manufacturer (ODM)")
    JDM = "jdm", _("Joint design manufacturer (JDM)")
    EMS = "ems", _("Electronics manufacturing service (EMS)")
    COMPONENT_SUPPLIER = "component_supplier", _("Component supplier")
    SUBCONTRACTOR = "subcontractor", _("Subcontractor")
    LABOUR_AGENCY = "labour_agency", _("Labour agency")
    SITE_SERVICE = "site_service", _("Service provider on site")


class CompanyRole(TextChoices):
    """What a company does in the chain."""

    OEM = "oem", _("Brand manufacturer (OEM)")
    ODM = "odm", _("Original design manufacturer (ODM)")
    EMS = "ems", _("Electronics manufacturing service (EMS)")
    COMPONENT_MAKER = "component_maker", _("Component maker")
    SMELTER = "smelter", _("Smelter or refiner")
    MINE = "mine", _("Mine operator")
    RECYCLER = "recycler", _("Recycler")
    LABOUR_AGENCY = "labour_agency", _("Labour agency")
    SERVICE_PROVIDER = "service_provider", _("Service provider")


class FactoryStatus(TextChoices):
    OPERATING = "operating", _("Operating")
    CLOSED = "closed", _("Closed")
    MOVED = "moved", _("Moved")
    UNCONFIRMED = "unconfirmed", _("Not confirmed")


class PointPrecision(TextChoices):
    ROOFTOP = "rooftop", _("Building")
    STREET = "street", _("Street")
    TOWN = "town", _("Town")
    REGION = "region", _("Region")
    COUNTRY = "country", _("Country")
    NONE = "none", _("No point")


class PointSource(TextChoices):
    GIVEN = "given", _("Given by the source")
    GEOCODED = "geocoded", _("Geocoded from the address")
    MANUAL = "manual", _("Set by hand")


class IdentifierScheme(TextChoices):
    OS_ID = "os_id", _("Open Supply Hub ID")
    LEI = "lei", _("Legal Entity Identifier (LEI)")
    DUNS = "duns", _("DUNS number")
    RBA = "rba", _("RBA identifier")
    NATIONAL = "national", _("National register number")


class NameKind(TextChoices):
    ALIAS = "alias", _("Also known as")
    FORMER = "former", _("Former name")
    LEGAL = "legal", _("Legal name")
    TRANSLATION = "translation", _("Translation")


class FactoryProperty(TextChoices):
    """Facts of a factory that sources state one by one."""

    NAME = "name", _("Name")
    NAME_LOCAL = "name_local", _("Local name")
    ADDRESS = "address", _("Address")
    COUNTRY = "country", _("Country")
    SUBDIVISION = "subdivision", _("Region")
    POINT = "point", _("Position")
    STATUS = "status", _("Status")
    WORKERS = "workers", _("Workers")
    OPERATOR = "operator", _("Operator")
