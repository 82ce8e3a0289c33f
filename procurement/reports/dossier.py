"""A dossier: all that is on record of one factory, brand or public buyer, on paper."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from core.lookup import Merged, find
from core.reports.document import Document, Figure, Section
from core.reports.report import Asked, Format, Report, ReportForm
from procurement.models import Procurer
from procurement.reports.dossier_subjects import brand_sections, factory_sections, procurer_sections
from procurement.reports.dossier_tables import Named
from supplychain.models import Brand, Factory

if TYPE_CHECKING:
    from core.reports.report import Viewer

ORGANISATION = ("organisation__country", "organisation__parent", "organisation__source")
PLACE = ("operator__organisation__parent", "successor", "campus", "country", "location_source")
# What a dossier can be about, and what is said of it.
SUBJECTS: dict[type[Any], tuple[Any, Callable[[Any, Asked, Named], Iterator[Section]]]] = {
    Factory: (_("Factory"), factory_sections),
    Brand: (_("Brand"), brand_sections),
    Procurer: (_("Public buyer"), procurer_sections),
}


class DossierForm(ReportForm):
    record = forms.CharField(
        label=_("Factory, brand or public buyer"),
        help_text=_("Its identifier, as its page names it, for example F-7Q3M-2KXD-9V."),
        max_length=40,
    )

    def clean_record(self) -> Any:
        """The record itself; of a merged one the one that stands."""
        for visible in subjects(self.user):
            try:
                return find(visible, self.cleaned_data["record"])
            except Merged as merged:
                return visible.get(pk=merged.survivor.pk)
            except Http404:
                continue
        raise forms.ValidationError(__("No factory, brand or public buyer has this identifier."))

    def text_of(self, name: str) -> str:
        record = self.cleaned_data[name]
        return f"{record.name} ({record.public_id})"


def subjects(user: "Viewer") -> list[Any]:
    """Records that a dossier can be about, as far as `user` may see them."""
    return [
        Factory.objects.visible_to(user).with_location_for(user).select_related(*PLACE),
        Brand.objects.visible_to(user).select_related(*ORGANISATION),
        Procurer.objects.visible_to(user).select_related(*ORGANISATION),
    ]


class Dossier(Report):
    kind = "dossier"
    title = _("Dossier")
    description = _("What is on record of one factory, brand or public buyer, with who says so and since when.")
    method = (
        _("All that you may see is here: links, contracts, places and buyers follow the same rules as on the pages. "
          "Somebody else's dossier of the same record can hold more, or less."),
        _("A link is confirmed if it was disclosed for a contract or by the brand for the model, if a certificate "
          "names the factory, or if workers or monitors found it at the site. Any other is suspected."),
        _("Each statement has its source and the day of which the source speaks. Of a source that is not public, "
          "kind and day are told."),
    )  # fmt: skip
    formats = (Format.PDF, Format.HTML, Format.DOCX, Format.JSON)
    form_class = DossierForm

    def preview(self, asked: Asked) -> list[Figure]:
        table = self.document(asked).main_table()
        return [Figure(__("Links"), table.number if table else 0)]

    def document(self, asked: Asked) -> Document:
        record, named = asked.values["record"], Named()
        kind, sections = SUBJECTS[type(record)]
        found = list(sections(record, asked, named))
        return self.base(
            asked,
            title=__("Dossier: %(name)s") % {"name": record.name},
            subtitle=f"{kind}, {record.public_id}",
            sections=found,
            sources=named.citations(),
            main="links",
        )


DOSSIER = Dossier()
