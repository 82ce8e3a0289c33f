"""The core's own lists."""

from django.utils.translation import gettext_lazy as _

from core.enums import Granularity, ImportState, JobState, SourceKind
from core.filters.records import ImportRunFilterSet, JobFilterSet, SourceFilterSet
from core.listing.cells import record_cell
from core.listing.columns import Column
from core.listing.facets import Facet
from core.listing.listing import Listing
from core.listing.sorts import Sort
from core.models import ImportRun, Job, Source

SOURCES = Listing(
    name="sources",
    title=_("Sources"),
    lead=_("Documents and pages that the records rest on."),
    model=Source,
    url_name="core:source-list",
    queryset=lambda user: Source.objects.visible_to(user).for_listing(),
    filterset_class=SourceFilterSet,
    serializer="core.api.serializers.SourceSerializer",
    columns=(
        Column("title", _("Title"), lambda row: row.title, record_cell, sort="title"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("publisher", _("Publisher"), lambda row: row.publisher_name, sort="publisher"),
        Column("kind", _("Kind"), lambda row: row.get_kind_display(), code=lambda row: row.kind),
        Column("published_on", _("Published on"), lambda row: row.published_on, sort="published"),
        Column("retrieved_on", _("Retrieved on"), lambda row: row.retrieved_on),
        Column("licence", _("Licence"), lambda row: row.licence, default=False),
        Column("url", _("Address"), lambda row: row.url, default=False),
    ),
    sorts=(
        Sort("title", _("Title"), ("title",)),
        Sort("publisher", _("Publisher"), ("publisher_name", "title")),
        Sort("published", _("Date of publication"), ("published_on",), "day"),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="title",
    facets=(
        Facet("kind", _("Kind"), options=SourceKind.choices),
        Facet("granularity", _("Granularity"), options=Granularity.choices),
    ),
)

JOBS = Listing(
    name="jobs",
    title=_("Jobs"),
    lead=_("Long work that was asked for, and what came of it."),
    model=Job,
    url_name="core:job-list",
    queryset=lambda user: Job.objects.visible_to(user).for_listing(),
    filterset_class=JobFilterSet,
    serializer="core.api.serializers.JobSerializer",
    columns=(
        Column("title", _("Title"), lambda row: row.title, record_cell, sort="title"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("state", _("State"), lambda row: row.get_state_display()),
        Column("done", _("Rows"), lambda row: row.done, numeric=True),
        Column("requested", _("Requested at"), lambda row: row.created_at, sort="requested"),
        Column("finished", _("Finished at"), lambda row: row.finished_at, sort="finished"),
    ),
    sorts=(
        Sort("requested", _("Time of request"), ("created_at",), "day"),
        Sort("finished", _("Time of end"), ("finished_at",), "day"),
        Sort("title", _("Title"), ("title",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="-requested",
    facets=(Facet("state", _("State"), options=JobState.choices),),
    empty_text=_("Jobs start where a file takes long to write."),
)

REPORTS = Listing(
    name="reports",
    title=_("Reports"),
    lead=_("Made from the record for funders, boards and colleagues: on screen, on paper, as a table."),
    model=Job,
    url_name="core:report-list",
    queryset=lambda user: Job.objects.visible_to(user).for_listing().filter(kind="report"),
    filterset_class=JobFilterSet,
    serializer="core.api.serializers.ReportSerializer",
    columns=(
        Column("title", _("Title"), lambda row: row.title, record_cell, sort="title"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("format", _("File"), lambda row: row.parameters.get("format", "").upper()),
        Column("state", _("State"), lambda row: row.get_state_display(), code=lambda row: row.state),
        Column("rows", _("Rows"), lambda row: row.row_count, numeric=True),
        Column("size", _("Bytes"), lambda row: row.result_size, numeric=True, default=False),
        Column("as_of", _("Data as of"), lambda row: row.data_as_of, sort="requested"),
        Column("sha256", _("SHA-256"), lambda row: row.result_sha256, default=False),
        Column("expires", _("Kept until"), lambda row: row.expires_at, sort="expires"),
    ),
    sorts=(
        Sort("requested", _("Time of request"), ("created_at",), "day"),
        Sort("expires", _("End of keeping"), ("expires_at",), "day"),
        Sort("title", _("Title"), ("title",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="-requested",
    facets=(Facet("state", _("State"), options=JobState.choices),),
    nouns=(_("report"), _("reports")),
    empty_text=_("Reports that you have made are listed here, for as long as their files are kept."),
)

IMPORTS = Listing(
    name="imports",
    title=_("Imports"),
    lead=_(
        "Files that administrators read into the register, and what became of each row. "
        "Only administrators see them; what came of them is in the records, with its source."
    ),
    model=ImportRun,
    url_name="core:import-list",
    queryset=lambda user: ImportRun.objects.visible_to(user).for_listing(),
    filterset_class=ImportRunFilterSet,
    serializer="core.api.serializers.ImportRunSerializer",
    columns=(
        Column("file", _("File"), lambda row: row.file_name, record_cell, sort="file"),
        Column("id", _("Identifier"), lambda row: row.public_id, default=False),
        Column("kind", _("Kind"), lambda row: row.kind),
        Column("state", _("State"), lambda row: row.get_state_display()),
        Column("started", _("Started at"), lambda row: row.started_at, sort="started"),
        Column("read", _("Rows read"), lambda row: row.read_count, numeric=True),
        Column("created", _("Created"), lambda row: row.created_count, numeric=True),
        Column("changed", _("Changed"), lambda row: row.changed_count, numeric=True),
        Column("rejected", _("Rejected"), lambda row: row.rejected_count, numeric=True),
        Column("reason", _("Reason"), lambda row: row.reason, default=False),
    ),
    sorts=(
        Sort("started", _("Time of start"), ("started_at",), "day"),
        Sort("file", _("File"), ("file_name",)),
        Sort("updated", _("Last change"), ("updated_at",), "day"),
    ),
    default_sort="-started",
    facets=(Facet("state", _("State"), options=ImportState.choices),),
    empty_text=_(
        "There is no import that you may see. Its rows can hold what is not public, so imports are for administrators."
    ),
)
