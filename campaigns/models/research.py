"""Research: publications, who wrote them and what they are about."""

from functools import reduce
from operator import or_

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext_lazy as _

from campaigns.enums.research import Issue, PartyRole
from campaigns.querysets.outreach import OfActivityQuerySet
from campaigns.querysets.research import OfPublicationQuerySet, PublicationQuerySet
from core.history import tracked
from core.models import PublicRecord, Record, Searchable

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
SUBJECTS = ("country", "mineral", "stage", "brand", "factory")


def exactly_one(fields: tuple[str, ...]) -> Q:
    """Condition: one of `fields` is given and no other."""
    return reduce(or_, (Q(**{f"{name}__isnull": name != given for name in fields}) for given in fields))


@tracked()
class Publication(Searchable, PublicRecord):
    """A report, study or article. `name` is its title, `source` the document that other records cite."""

    ID_KIND = "2"
    URL_NAME = "campaigns:publication-detail"

    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(EARLIEST_YEAR), MaxValueValidator(LATEST_YEAR)],
    )
    published_on = models.DateField(_("published on"), null=True, blank=True)
    author_names = models.CharField(
        _("authors"), max_length=300, blank=True, help_text=_("As the publication names them, in its order.")
    )
    issues = ArrayField(
        models.CharField(max_length=30, choices=Issue), verbose_name=_("issues"), default=list, blank=True
    )
    languages = ArrayField(
        models.CharField(max_length=20),
        verbose_name=_("languages"),
        default=list,
        blank=True,
        help_text=_("BCP 47 tags, for example en or ca."),
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    summary = models.TextField(
        _("summary"), blank=True, help_text=_("In our own words; what the publication says, not what we conclude.")
    )
    source = models.ForeignKey(
        "core.Source",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("as a source"),
        help_text=_("The document as production links and findings cite it."),
    )
    project = models.ForeignKey(
        "campaigns.Project",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("project"),
    )
    partner = models.ForeignKey(
        "campaigns.Partner",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("recorded by partner"),
    )
    is_published = models.BooleanField(
        _("shown to everyone"), default=False, help_text=_("Until then only the partner and the coordinator see it.")
    )

    objects = PublicationQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        indexes = [
            *Searchable.Meta.indexes,
            models.Index(fields=["-year", "sort_key", "id"], name="campaigns_publication_latest"),
        ]
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.CheckConstraint(
                condition=Q(issues__contained_by=Issue.values), name="campaigns_publication_issues_known"
            ),
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__range=(EARLIEST_YEAR, LATEST_YEAR)),
                name="campaigns_publication_year_plausible",
                violation_error_message=_("Give the year with four digits."),
            ),
            models.CheckConstraint(
                condition=Q(published_on__isnull=True) | Q(year=ExtractYear(F("published_on"))),
                name="campaigns_publication_year_of_day",
                violation_error_message=_("The year is that of the day of publication."),
            ),
        ]


@tracked()
class PublicationParty(Record):
    """An organisation that wrote the publication or had it written."""

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="parties", verbose_name=_("publication")
    )
    organisation = models.ForeignKey(
        "core.Organisation", on_delete=models.PROTECT, related_name="publication_parts", verbose_name=_("organisation")
    )
    role = models.CharField(_("role"), max_length=12, choices=PartyRole, default=PartyRole.AUTHOR)

    objects = OfPublicationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("author or commissioner")
        verbose_name_plural = _("authors and commissioners")
        constraints = [
            models.UniqueConstraint(
                fields=["publication", "organisation", "role"],
                name="campaigns_publicationparty_once",
                violation_error_message=_("This organisation is named already."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=PartyRole.values), name="campaigns_publicationparty_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} - {self.get_role_display()}"


@tracked()
class PublicationSubject(Record):
    """A country, mineral, stage, brand or factory that the publication is about or names.

    A brand or factory stands here only where the publication's title or text names it; `locator` says where.
    """

    publication = models.ForeignKey(
        Publication, on_delete=models.CASCADE, related_name="subjects", verbose_name=_("publication")
    )
    country = models.ForeignKey(
        "core.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    mineral = models.ForeignKey(
        "supplychain.Mineral",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("mineral"),
    )
    stage = models.ForeignKey(
        "supplychain.Stage", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("stage")
    )
    brand = models.ForeignKey(
        "supplychain.Brand",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publication_subjects",
        verbose_name=_("brand"),
        help_text=_("Only where the publication itself names the brand."),
    )
    factory = models.ForeignKey(
        "supplychain.Factory",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publication_subjects",
        verbose_name=_("factory"),
        help_text=_("Only where the publication itself names the factory."),
    )
    locator = models.CharField(_("page or chapter"), max_length=120, blank=True)

    objects = OfPublicationQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        constraints = [
            models.UniqueConstraint(
                fields=["publication", *SUBJECTS],
                nulls_distinct=False,
                name="campaigns_publicationsubject_once",
                violation_error_message=_("This is named already."),
            ),
            models.CheckConstraint(
                condition=exactly_one(SUBJECTS),
                name="campaigns_publicationsubject_one",
                violation_error_message=_("Give a country, a mineral, a stage, a brand or a factory: one a row."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.subject)

    @property
    def subject(self) -> object:
        """What is named: the country, the mineral, the stage, the brand or the factory."""
        return next((found for name in SUBJECTS if (found := getattr(self, name)) is not None), "")


@tracked()
class ActivityPublication(Record):
    """A publication that an activity was about or handed out."""

    activity = models.ForeignKey(
        "campaigns.Activity", on_delete=models.CASCADE, related_name="+", verbose_name=_("activity")
    )
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="activity_links", verbose_name=_("publication")
    )

    objects = OfActivityQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("publication of an activity")
        verbose_name_plural = _("publications of activities")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "publication"],
                name="campaigns_activitypublication_once",
                violation_error_message=_("This publication is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.publication)
