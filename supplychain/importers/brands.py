"""Lists of brands."""

from django.utils.translation import gettext_lazy as _

from core.importers.bodies import BodyKind
from core.importers.kinds import ImportKind
from core.importers.parse.bodies import FIELDS, ExtraField
from core.importers.parse.mapping import Field
from supplychain.models import Brand

_KIND = BodyKind(Brand, by_place=False, extras=(ExtraField("supplier_list_url"),))
_FIELDS = (
    Field("name", ("brand", "brand name", "manufacturer"), required=True),
    *(known for known in FIELDS if known.name != "name"),
    Field("supplier_list_url", ("supplier list", "address of the supplier list")),
)

BRANDS = ImportKind("brands", _("Brands"), _FIELDS, _KIND.plan)
