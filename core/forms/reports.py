"""Asking for a report: its own choices, then in which form, which language, and whether again and again."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.validators import validate_email
from django.utils.translation import get_language, get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from core.enums import Frequency
from core.models import ReportSchedule
from core.reports.report import Format, Report
from core.services.schedules import MOST_RECIPIENTS

FORMAT_NAMES = {
    Format.HTML: _("Web page (HTML)"),
    Format.PDF: _("PDF, accessible"),
    Format.XLSX: _("Spreadsheet (XLSX)"),
    Format.CSV: _("Table for programs (CSV)"),
    Format.JSON: _("Data for programs (JSON)"),
    Format.DOCX: _("Text to go on writing (DOCX)"),
    Format.XML: _("IATI file (XML)"),
    Format.SVG: _("Drawing (SVG)"),
}


class OutputForm(forms.Form):
    """`by_part` is there for reports that have parts."""

    format = forms.ChoiceField(label=_("File"))
    language = forms.ChoiceField(label=_("Language of the report"))
    by_part = forms.BooleanField(
        label=_("A file for every partner, too"),
        help_text=_("All of them come in one archive (ZIP)."),
        required=False,
    )
    mail_when_done = forms.BooleanField(label=_("E-mail me when it is done"), required=False)

    def __init__(self, *args: Any, report: Report, has_parts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        formats: Any = self.fields["format"]
        formats.choices = [(each.value, FORMAT_NAMES[each]) for each in report.formats]
        languages: Any = self.fields["language"]
        languages.choices = [
            (code, get_language_info(code)["name_local"].capitalize()) for code in settings.REPORT_LANGUAGES
        ]
        languages.initial = get_language()
        if not has_parts:
            del self.fields["by_part"]


class ScheduleForm(forms.ModelForm):  # type: ignore[type-arg]  # not generic at run time
    recipients = forms.CharField(
        label=_("Recipients"),
        help_text=_("E-mail addresses, one a line. Everyone can stop the mails by a link in them."),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    frequency = forms.ChoiceField(label=_("How often"), choices=Frequency.choices, initial=Frequency.QUARTERLY)

    class Meta:
        model = ReportSchedule
        fields = ("name", "frequency", "weekday", "day", "hour", "time_zone")
        help_texts = {
            "weekday": _("Where it is made every week."),
            "day": _("1 to 28, where it is made every month, quarter or year; a quarter begins in January."),
            "hour": _("0 to 23, in the time zone below."),
            "time_zone": _("Such as Europe/Berlin."),
        }

    def clean_recipients(self) -> list[str]:
        """Checked addresses; each wrong one is named."""
        given = [line.strip() for line in self.cleaned_data["recipients"].replace(",", "\n").splitlines()]
        found = list(dict.fromkeys(filter(None, given)))
        if len(found) > MOST_RECIPIENTS:
            raise forms.ValidationError(gettext("Name at most %(most)d.") % {"most": MOST_RECIPIENTS})
        wrong = [address for address in found if not _is_address(address)]
        if wrong:
            texts = [gettext("%(address)s is no e-mail address.") % {"address": address} for address in wrong]
            raise forms.ValidationError(texts)
        return found


def _is_address(text: str) -> bool:
    try:
        validate_email(text)
    except forms.ValidationError:
        return False
    return True
