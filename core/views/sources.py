"""The page of a source."""

from core.models import Source
from core.views.records import RecordView


class SourceView(RecordView):
    model = Source
    template_name = "core/source_detail.html"
    page = "source"
