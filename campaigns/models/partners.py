"""Campaign partners: organisations that carry the project."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.enums import PartnerRole
from core.history import tracked
from core.models import Profile


@tracked()
class Partner(Profile):
    """An organisation as campaign partner. `area` is the country or region it works in, as the source words it."""

    ID_KIND = "R"
    URL_NAME = "campaigns:partner-detail"

    role = models.CharField(_("role"), max_length=12, choices=PartnerRole, default=PartnerRole.PARTNER)
    area = models.CharField(_("area"), max_length=120, blank=True)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    class Meta(Profile.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            *Profile.Meta.constraints,
            models.CheckConstraint(condition=Q(role__in=PartnerRole.values), name="campaigns_partner_role_known"),
        ]

    @property
    def area_shown(self) -> str:
        """The area in the reader's language where the catalogue knows it."""
        return gettext(self.area) if self.area else ""
