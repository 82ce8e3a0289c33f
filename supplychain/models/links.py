"""Production links: which factory makes what for which brand, how sure, who says so, since when."""

from django.db import models
from django.db.models import Case, CharField, F, Q, Value, When
from django.utils.translation import gettext_lazy as _

from core.enums import Audience
from core.history import tracked
from core.models import PublicRecord, Record
from supplychain.enums import CONFIRMING_BASES, Basis, Confidence, LinkRole
from supplychain.querysets import ProductionLinkQuerySet


@tracked()
class ProductionLink(PublicRecord):
    """A dated, sourced statement that a factory makes something for a brand.

    `product_model` is null where the source speaks of the brand only, `stage` where it does
    not say what is made. `first_seen` and `last_seen` are the dates of the first source and of
    the first later list of the same granularity that no longer names the site; `last_seen` is
    null while the link stands. `valid_from`/`valid_to` are what a source states of the
    production itself. `share_*` are percent of the brand's or model's volume.
    """

    ID_KIND = "N"
    URL_NAME = "supplychain:link-detail"

    factory = models.ForeignKey(
        "supplychain.Factory", on_delete=models.PROTECT, related_name="links", verbose_name=_("factory")
    )
    brand = models.ForeignKey(
        "supplychain.Brand", on_delete=models.PROTECT, related_name="links", verbose_name=_("brand")
    )
    product_model = models.ForeignKey(
        "supplychain.ProductModel",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="links",
        verbose_name=_("product model"),
    )
    stage = models.ForeignKey(
        "supplychain.Stage", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("stage")
    )
    component = models.CharField(_("component"), max_length=120, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=LinkRole, blank=True)
    basis = models.CharField(_("basis"), max_length=20, choices=Basis)
    confidence = models.GeneratedField(
        expression=Case(
            When(basis__in=CONFIRMING_BASES, then=Value("confirmed")),
            default=Value("suspected"),
            output_field=CharField(max_length=10, choices=Confidence),
        ),
        output_field=CharField(max_length=10, choices=Confidence),
        db_persist=True,
        choices=Confidence,
        verbose_name=_("confidence"),
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    first_seen = models.DateField(_("first seen"), null=True, blank=True)
    last_seen = models.DateField(_("last seen"), null=True, blank=True)
    share_min = models.DecimalField(_("share, at least"), max_digits=5, decimal_places=2, null=True, blank=True)
    share_max = models.DecimalField(_("share, at most"), max_digits=5, decimal_places=2, null=True, blank=True)
    audience = models.CharField(_("who may see it"), max_length=12, choices=Audience, default=Audience.PUBLIC)
    superseded_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="supersedes",
        verbose_name=_("replaced by"),
    )

    objects = ProductionLinkQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("production link")
        verbose_name_plural = _("production links")
        indexes = [
            models.Index(fields=["brand", "product_model"], name="supplychain_link_brand_model"),
            models.Index(fields=["updated_at", "id"], name="supplychain_link_updated"),
            # All that facets and dates of the list of factories ask of a link, so that they need not read it.
            models.Index(
                fields=["stage", "brand", "factory", "basis"],
                include=["audience", "valid_from", "valid_to", "first_seen", "last_seen"],
                condition=Q(superseded_by__isnull=True, merged_into__isnull=True),
                name="supplychain_link_counted",
            ),
        ]
        constraints = [
            *PublicRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["factory", "brand", "product_model", "stage", "component", "role", "basis", "audience"],
                condition=Q(superseded_by__isnull=True, merged_into__isnull=True),
                nulls_distinct=False,
                name="supplychain_link_stands_once",
                violation_error_message=_("The same link with the same basis is already on record."),
            ),
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_from__isnull=True) | Q(valid_to__gte=F("valid_from")),
                name="supplychain_link_validity_in_order",
                violation_error_message=_("The link ends before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(last_seen__isnull=True) | Q(first_seen__isnull=True) | Q(last_seen__gte=F("first_seen")),
                name="supplychain_link_seen_in_order",
                violation_error_message=_("The link was last seen before it was first seen."),
            ),
            models.CheckConstraint(
                condition=(Q(share_min__isnull=True) | Q(share_min__range=(0, 100)))
                & (Q(share_max__isnull=True) | Q(share_max__range=(0, 100)))
                & (Q(share_min__isnull=True) | Q(share_max__isnull=True) | Q(share_max__gte=F("share_min"))),
                name="supplychain_link_share_is_percent",
                violation_error_message=_("Shares are percentages from 0 to 100, the least first."),
            ),
            models.CheckConstraint(condition=Q(basis__in=Basis.values), name="supplychain_link_basis_known"),
            models.CheckConstraint(
                condition=Q(role="") | Q(role__in=LinkRole.values), name="supplychain_link_role_known"
            ),
            models.CheckConstraint(condition=Q(audience__in=Audience.values), name="supplychain_link_audience_known"),
            models.CheckConstraint(
                condition=Q(superseded_by__isnull=True) | ~Q(superseded_by=F("id")),
                name="supplychain_link_not_replaced_by_itself",
                violation_error_message=_("A link cannot replace itself."),
            ),
            models.CheckConstraint(
                condition=~Q(basis=Basis.MODEL_DISCLOSURE) | Q(product_model__isnull=False),
                name="supplychain_link_model_disclosure_names_model",
                violation_error_message=_("A disclosure for a model names the model."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.factory} - {self.product_model or self.brand}"


@tracked()
class LinkCitation(Record):
    """A source of a link, and where in it. `seen_on` is the date the source speaks of."""

    link = models.ForeignKey(
        ProductionLink, on_delete=models.CASCADE, related_name="citations", verbose_name=_("production link")
    )
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, related_name="link_citations", verbose_name=_("source")
    )
    locator = models.CharField(_("page or row"), max_length=120, blank=True)
    seen_on = models.DateField(_("as of"))

    class Meta(Record.Meta):
        verbose_name = _("source of a production link")
        verbose_name_plural = _("sources of production links")
        constraints = [
            models.UniqueConstraint(fields=["link", "source"], name="supplychain_linkcitation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.locator}".strip()


@tracked()
class LinkReader(Record):
    """An organisation named as audience of a link that not everyone may see."""

    link = models.ForeignKey(
        ProductionLink, on_delete=models.CASCADE, related_name="readers", verbose_name=_("production link")
    )
    organisation = models.ForeignKey(
        "core.Organisation", on_delete=models.CASCADE, related_name="+", verbose_name=_("organisation")
    )

    class Meta(Record.Meta):
        verbose_name = _("reader of a production link")
        verbose_name_plural = _("readers of production links")
        constraints = [
            models.UniqueConstraint(fields=["link", "organisation"], name="supplychain_linkreader_once"),
        ]

    def __str__(self) -> str:
        return str(self.organisation)
