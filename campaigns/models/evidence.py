"""Files that show that an activity took place."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campaigns.enums.outreach import PeopleShown
from campaigns.models.activities import Activity
from campaigns.querysets.outreach import EvidenceQuerySet
from core.history import tracked
from core.models import Record


@tracked()
class EvidenceFile(Record):
    """A photo, list or text, kept below MEDIA_ROOT and given out only through its page.

    `path` is relative to MEDIA_ROOT; `content_type` was read from the content, not from the name.
    """

    activity = models.ForeignKey(
        Activity, on_delete=models.CASCADE, related_name="evidence", verbose_name=_("activity")
    )
    title = models.CharField(_("what it shows"), max_length=200)
    name = models.CharField(_("file"), max_length=200)
    path = models.CharField(_("kept as"), max_length=300, unique=True, editable=False)
    content_type = models.CharField(_("type"), max_length=100, editable=False)
    size = models.PositiveIntegerField(_("bytes"), editable=False)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64, editable=False)
    people = models.CharField(_("people in it"), max_length=10, choices=PeopleShown, default=PeopleShown.NOT_ASKED)
    is_published = models.BooleanField(_("published"), default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("added by"),
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = _("evidence file")
        verbose_name_plural = _("evidence files")
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "sha256"],
                name="campaigns_evidencefile_once",
                violation_error_message=_("This file is there already."),
            ),
            models.CheckConstraint(
                condition=Q(people__in=PeopleShown.values), name="campaigns_evidencefile_people_known"
            ),
            models.CheckConstraint(
                condition=Q(is_published=False) | ~Q(people=PeopleShown.NOT_ASKED),
                name="campaigns_evidencefile_consent",
                violation_error_message=_("A file with people who were not asked is not published."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
