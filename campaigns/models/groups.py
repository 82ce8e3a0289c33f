"""Groups in which public buyers work together: who belongs, what they need, what they did."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.groups import GroupKind, GroupRole, QuestionKind, QuestionTheme
from campaigns.querysets.groups import AnswerQuerySet, ResourceQuerySet, WorkingGroupQuerySet
from core.history import tracked
from core.models import PublicRecord, Record, Searchable


@tracked()
class WorkingGroup(Searchable, PublicRecord):
    """A working group or buyer group. Its members are organisations; people take part through theirs."""

    ID_KIND = "3"
    URL_NAME = "campaigns:group-detail"

    kind = models.CharField(_("kind"), max_length=16, choices=GroupKind)
    purpose = models.TextField(_("what it works on"), blank=True)
    recruitment_criteria = models.TextField(_("who can join"), blank=True)
    convener = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="convened_groups",
        verbose_name=_("convened by"),
    )
    country = models.ForeignKey(
        "core.Country",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("country"),
        help_text=_("Only for a group of one country."),
    )
    project = models.ForeignKey(
        "campaigns.Project",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="groups",
        verbose_name=_("project"),
    )
    starts_on = models.DateField(_("since"), null=True, blank=True)
    ends_on = models.DateField(_("until"), null=True, blank=True)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    objects = WorkingGroupQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        indexes = Searchable.Meta.indexes
        constraints = [
            *PublicRecord.Meta.constraints,
            *Searchable.Meta.constraints,
            models.CheckConstraint(condition=Q(kind__in=GroupKind.values), name="campaigns_workinggroup_kind_known"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="campaigns_workinggroup_dates_in_order",
                violation_error_message=_("A group ends after it begins."),
            ),
        ]


@tracked()
class QuotedGroupSize(Record):
    """How large a group was on a day, as a source says. Shown beside the members on record, never mixed."""

    group = models.ForeignKey(
        WorkingGroup, on_delete=models.CASCADE, related_name="quoted_sizes", verbose_name=_("group")
    )
    stated_on = models.DateField(_("as of"))
    members = models.PositiveIntegerField(_("members"))
    countries = models.PositiveIntegerField(_("countries"), null=True, blank=True)
    source = models.ForeignKey("core.Source", on_delete=models.PROTECT, related_name="+", verbose_name=_("source"))

    class Meta(Record.Meta):
        verbose_name = _("quoted size of a group")
        verbose_name_plural = _("quoted sizes of groups")
        ordering = ("stated_on", "pk")
        constraints = [
            models.UniqueConstraint(fields=["group", "stated_on", "source"], name="campaigns_quotedgroupsize_once"),
        ]

    def __str__(self) -> str:
        return f"{self.members} ({self.stated_on})"


@tracked()
class GroupMembership(Record):
    """An organisation's time in a group; `left_on` is its last day."""

    group = models.ForeignKey(
        WorkingGroup, on_delete=models.CASCADE, related_name="memberships", verbose_name=_("group")
    )
    organisation = models.ForeignKey(
        "core.Organisation",
        on_delete=models.PROTECT,
        related_name="group_memberships",
        verbose_name=_("organisation"),
    )
    role = models.CharField(_("role"), max_length=12, choices=GroupRole, default=GroupRole.MEMBER)
    joined_on = models.DateField(_("joined on"), null=True, blank=True)
    left_on = models.DateField(_("left on"), null=True, blank=True)
    source = models.ForeignKey(
        "core.Source", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("source")
    )

    class Meta(Record.Meta):
        verbose_name = _("group member")
        verbose_name_plural = _("group members")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "organisation"],
                condition=Q(left_on__isnull=True),
                name="campaigns_groupmembership_once",
                violation_error_message=_("This organisation is a member already."),
            ),
            models.CheckConstraint(condition=Q(role__in=GroupRole.values), name="campaigns_groupmembership_role_known"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(joined_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="campaigns_groupmembership_dates_in_order",
                violation_error_message=_("A member leaves after it joined."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} - {self.get_role_display()}"


@tracked()
class AssessmentQuestion(Record):
    """A question on needs or status that each member answers."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="questions", verbose_name=_("group"))
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    theme = models.CharField(_("theme"), max_length=8, choices=QuestionTheme, default=QuestionTheme.NEEDS)
    text = models.CharField(_("question"), max_length=300)
    kind = models.CharField(_("answer"), max_length=8, choices=QuestionKind, default=QuestionKind.TEXT)
    is_asked = models.BooleanField(_("asked now"), default=True)

    class Meta(Record.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "text"],
                name="campaigns_assessmentquestion_once",
                violation_error_message=_("The group asks this already."),
            ),
            models.CheckConstraint(condition=~Q(text=""), name="campaigns_assessmentquestion_text_given"),
            models.CheckConstraint(
                condition=Q(kind__in=QuestionKind.values) & Q(theme__in=QuestionTheme.values),
                name="campaigns_assessmentquestion_codes_known",
            ),
        ]

    def __str__(self) -> str:
        return self.text


@tracked()
class AssessmentAnswer(Record):
    """What a member answered on a day; a later answer stands beside it, so that change can be seen."""

    question = models.ForeignKey(
        AssessmentQuestion, on_delete=models.CASCADE, related_name="answers", verbose_name=_("question")
    )
    membership = models.ForeignKey(
        GroupMembership, on_delete=models.CASCADE, related_name="answers", verbose_name=_("member")
    )
    answered_on = models.DateField(_("answered on"))
    text = models.TextField(_("in words"), blank=True)
    number = models.PositiveSmallIntegerField(
        _("figure"), null=True, blank=True, help_text=_("1 to 5; 1 for yes and 0 for no.")
    )

    objects = AnswerQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ("-answered_on", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["question", "membership", "answered_on"], name="campaigns_assessmentanswer_once_a_day"
            ),
            models.CheckConstraint(
                condition=(~Q(text="") & Q(number__isnull=True)) | Q(text="", number__range=(0, 5)),
                name="campaigns_assessmentanswer_given_once",
                violation_error_message=_("Answer in words or with a figure from 0 to 5."),
            ),
        ]

    def __str__(self) -> str:
        return self.text or str(self.number)


@tracked()
class GroupWorkshop(Record):
    """A meeting of the group, its topic and what came out of it."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="workshops", verbose_name=_("group"))
    topic = models.CharField(_("topic"), max_length=200)
    held_on = models.DateField(_("date"))
    place = models.CharField(_("place"), max_length=200, blank=True, help_text=_("Empty for online."))
    outcome = models.TextField(_("outcome"), blank=True)
    activity = models.ForeignKey(
        "campaigns.Activity",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("outreach record"),
    )

    class Meta(Record.Meta):
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")
        ordering = ("-held_on", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "topic", "held_on"],
                name="campaigns_groupworkshop_once",
                violation_error_message=_("This workshop is on record already."),
            ),
            models.CheckConstraint(condition=~Q(topic=""), name="campaigns_groupworkshop_topic_given"),
        ]

    def __str__(self) -> str:
        return self.topic


@tracked()
class GroupResource(Record):
    """Something that members share: an address on the web, for everyone or for members alone."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.CASCADE, related_name="resources", verbose_name=_("group"))
    title = models.CharField(_("title"), max_length=200)
    url = models.URLField(_("address"), max_length=500)
    description = models.TextField(_("what it is good for"), blank=True)
    is_public = models.BooleanField(_("public"), default=False)

    objects = ResourceQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("resource")
        verbose_name_plural = _("resources")
        ordering = ("title", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["group", "url"],
                name="campaigns_groupresource_once",
                violation_error_message=_("The group has this address already."),
            ),
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(url=""),
                name="campaigns_groupresource_named",
                violation_error_message=_("Give title and address."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
