"""The API's documentation, served from this site alone."""

from csp.decorators import csp_update
from django.utils.decorators import method_decorator
from drf_spectacular.views import SpectacularSwaggerSplitView


# Swagger sets styles on its elements; its page alone may do so.
@method_decorator(csp_update({"style-src": ["'self'", "'unsafe-inline'"]}), name="dispatch")
class ApiDocsView(SpectacularSwaggerSplitView):
    template_name = "core/api_docs.html"
    url_name = "api:schema"
