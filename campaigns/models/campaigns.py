"""Campaign pages: what a campaign tells everyone."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campaigns.querysets.campaigns import CampaignQuerySet, OfCampaignQuerySet
from core.history import tracked
from core.models import PublicRecord, Record, Searchable


@tracked()
class Campaign(Searchable, PublicRecord):
    """A campaign with a page of its own; `story` is plain text, its paragraphs apart by empty lines."""

    ID_KIND = "D"
    URL_NAME = "campaigns:campaign-detail"

    project = models.ForeignKey(
        "campaigns.Project", on_delete=models.PROTECT, related_name="campaigns", verbose_name=_("project")
    )
    lead = models.ForeignKey(
        "campaigns.Partner", on_delete=models.PROTECT, related_name="campaigns", verbose_name=_("lead partner")
    )
    slogan = models.CharField(_("slogan"), max_length=200, blank=True)
    story = models.TextField(_("story"), blank=True, help_text=_("Plain text; an empty line begins a new paragraph."))
    starts_on = models.DateField(_("begins on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    is_published = models.BooleanField(
        _("shown to everyone"), default=False, help_text=_("Until then only the partner and the coordinator see it.")
    )

    objects = CampaignQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("campaign")
        verbose_name_plural = _("campaigns")
        indexes = Searchable.Meta.indexes
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="campaigns_campaign_dates_in_order",
                violation_error_message=_("A campaign ends after it begins."),
            ),
        ]


@tracked()
class CampaignActivity(Record):
    """An activity of the campaign. It shows on the campaign's page as far as it is public itself."""

    campaign = models.ForeignKey(
        Campaign, on_delete=models.CASCADE, related_name="activity_links", verbose_name=_("campaign")
    )
    activity = models.ForeignKey(
        "campaigns.Activity", on_delete=models.CASCADE, related_name="campaign_links", verbose_name=_("activity")
    )

    objects = OfCampaignQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("activity of a campaign")
        verbose_name_plural = _("activities of campaigns")
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "activity"],
                name="campaigns_campaignactivity_once",
                violation_error_message=_("This activity is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.activity)


@tracked()
class CampaignPublication(Record):
    """A publication that the campaign rests on."""

    campaign = models.ForeignKey(
        Campaign, on_delete=models.CASCADE, related_name="publication_links", verbose_name=_("campaign")
    )
    publication = models.ForeignKey(
        "campaigns.Publication",
        on_delete=models.PROTECT,
        related_name="campaign_links",
        verbose_name=_("publication"),
    )

    objects = OfCampaignQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("publication of a campaign")
        verbose_name_plural = _("publications of campaigns")
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "publication"],
                name="campaigns_campaignpublication_once",
                violation_error_message=_("This publication is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.publication)


@tracked()
class CampaignResource(Record):
    """A poster, film or lesson: an address elsewhere, or a file kept below MEDIA_ROOT and given out by its page."""

    campaign = models.ForeignKey(
        Campaign, on_delete=models.CASCADE, related_name="resources", verbose_name=_("campaign")
    )
    title = models.CharField(_("title"), max_length=200)
    language = models.CharField(_("language"), max_length=20, blank=True, help_text=_("BCP 47 tag, for example en."))
    url = models.URLField(_("address"), max_length=500, blank=True)
    file_name = models.CharField(_("file"), max_length=200, blank=True, editable=False)
    path = models.CharField(_("kept as"), max_length=300, blank=True, editable=False)
    content_type = models.CharField(_("type"), max_length=100, blank=True, editable=False)
    size = models.PositiveIntegerField(_("bytes"), null=True, blank=True, editable=False)

    objects = OfCampaignQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        constraints = [
            models.CheckConstraint(
                condition=~Q(title=""),
                name="campaigns_campaignresource_title_given",
                violation_error_message=_("Give the title."),
            ),
            models.CheckConstraint(
                condition=(~Q(url="") & Q(path="")) | (Q(url="") & ~Q(path="") & ~Q(file_name="")),
                name="campaigns_campaignresource_one_place",
                violation_error_message=_("Give an address or a file, one of them."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
