"""Lists of public buyers. They start private, as every procurer does."""

from django.utils.translation import gettext_lazy as _

from core.importers.bodies import BodyKind
from core.importers.kinds import ImportKind
from core.importers.parse.bodies import FIELDS, ExtraField
from core.importers.parse.mapping import Field
from procurement.enums import BuyerLegalType, ProcurerLevel
from procurement.models import Procurer

_EXTRAS = (
    ExtraField("legal_type", frozenset(BuyerLegalType.values)),
    ExtraField("level", frozenset(ProcurerLevel.values)),
)
_KIND = BodyKind(Procurer, by_place=True, extras=_EXTRAS, needed=("name", "country"))
_FIELDS = (
    *FIELDS,
    Field("legal_type", ("buyer legal type", "legal type")),
    Field("level", ("level of government",)),
)

PROCURERS = ImportKind("procurers", _("Public buyers"), _FIELDS, _KIND.plan)
