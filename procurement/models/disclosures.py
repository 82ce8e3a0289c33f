"""Requests for disclosure: what was asked of whom, and what came back."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from core.dates import in_words
from core.history import tracked
from core.models import PublicRecord, Record
from procurement.enums import DisclosureAnswer, NonDisclosureReason
from procurement.querysets import DisclosureRequestQuerySet


@tracked()
class DisclosureRequest(PublicRecord):
    """A buyer asks who makes a line's goods. An empty `answer` means that the time to answer still runs.

    Non-disclosure is data: a refusal keeps its reason, an unanswered request its due date.
    """

    ID_KIND = "Q"
    URL_NAME = "procurement:disclosure-detail"

    line = models.ForeignKey(
        "procurement.ContractLine",
        on_delete=models.CASCADE,
        related_name="disclosure_requests",
        verbose_name=_("contract line"),
    )
    asked_of = models.ForeignKey(
        "core.Organisation", on_delete=models.PROTECT, related_name="+", verbose_name=_("asked of")
    )
    asked_on = models.DateField(_("asked on"))
    due_on = models.DateField(_("due on"))
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=8, choices=DisclosureAnswer, blank=True)
    reason = models.CharField(_("reason given"), max_length=20, choices=NonDisclosureReason, blank=True)
    note = models.TextField(_("note"), blank=True)
    is_published = models.BooleanField(_("published by the buyer"), default=False)

    objects = DisclosureRequestQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        verbose_name = _("disclosure request")
        verbose_name_plural = _("disclosure requests")
        constraints = [
            *PublicRecord.Meta.constraints,
            models.CheckConstraint(
                condition=Q(due_on__gte=F("asked_on")),
                name="procurement_disclosure_due_after_asked",
                violation_error_message=_("The answer is due before it was asked for."),
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("asked_on")),
                name="procurement_disclosure_answered_after_asked",
                violation_error_message=_("The answer came before the question."),
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["full", "partial", "refused"], answered_on__isnull=False)
                | Q(answer__in=["", "none"], answered_on__isnull=True),
                name="procurement_disclosure_answer_dated",
                violation_error_message=_("An answer has a date, and without an answer there is none."),
            ),
            models.CheckConstraint(
                condition=Q(reason="")
                | Q(answer__in=["partial", "refused", "none"], reason__in=NonDisclosureReason.values),
                name="procurement_disclosure_reason_of_gap",
                violation_error_message=_("A reason belongs to a partial, refused or missing answer."),
            ),
        ]

    def __str__(self) -> str:
        """Names no line: that one may be hidden where the request is not."""
        return gettext("Request to %(asked_of)s of %(day)s") % {
            "asked_of": self.asked_of,
            "day": in_words(self.asked_on),
        }


@tracked()
class DisclosedLink(Record):
    """A production link that answers a request: it is confirmed for that request's contract."""

    request = models.ForeignKey(
        DisclosureRequest, on_delete=models.CASCADE, related_name="disclosed_links", verbose_name=_("request")
    )
    link = models.ForeignKey(
        "supplychain.ProductionLink",
        on_delete=models.PROTECT,
        related_name="disclosed_in",
        verbose_name=_("production link"),
    )

    class Meta(Record.Meta):
        verbose_name = _("disclosed link")
        verbose_name_plural = _("disclosed links")
        constraints = [
            models.UniqueConstraint(fields=["request", "link"], name="procurement_disclosedlink_once"),
        ]

    def __str__(self) -> str:
        return f"{self.request} - {self.link}"
