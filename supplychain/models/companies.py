"""Brands and the companies that run factories: two profiles of an organisation."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.history import tracked
from core.models import Profile
from supplychain.enums import CompanyRole


@tracked()
class Brand(Profile):
    """Owner of a product name."""

    ID_KIND = "B"
    URL_NAME = "supplychain:brand-detail"

    supplier_list_url = models.URLField(_("address of the published supplier list"), max_length=500, blank=True)

    class Meta(Profile.Meta):
        verbose_name = _("brand")
        verbose_name_plural = _("brands")


@tracked()
class Company(Profile):
    """Legal entity or group that operates factories. `organisation.parent` names the group."""

    ID_KIND = "C"
    URL_NAME = "supplychain:company-detail"

    roles = ArrayField(
        models.CharField(max_length=20, choices=CompanyRole), verbose_name=_("roles"), default=list, blank=True
    )

    class Meta(Profile.Meta):
        verbose_name = _("company")
        verbose_name_plural = _("companies")
        constraints = [
            *Profile.Meta.constraints,
            models.CheckConstraint(
                condition=Q(roles__contained_by=CompanyRole.values), name="supplychain_company_roles_known"
            ),
        ]
