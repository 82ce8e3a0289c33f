"""Campaign partners: organisations that carry projects."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from campaigns.querysets.projects import PartnerQuerySet
from core.history import tracked
from core.models import Profile


@tracked()
class Partner(Profile):
    """An organisation as campaign partner; what it is in a project is its `ProjectPartner`.

    `area` is the country or region it works in, as the source words it.
    """

    ID_KIND = "R"
    URL_NAME = "campaigns:partner-detail"

    area = models.CharField(_("area"), max_length=120, blank=True)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = PartnerQuerySet.as_manager()

    class Meta(Profile.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("partners")

    @property
    def area_shown(self) -> str:
        """The area in the reader's language where the catalogue knows it."""
        return gettext(self.area) if self.area else ""
