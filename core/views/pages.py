"""Pages that say what this site is and how it treats people."""

from typing import Any

from django.conf import settings
from django.views.generic import TemplateView

from core.panels import panels_for


class TextPage(TemplateView):
    """A page that is text alone."""

    http_method_names = ("get", "head", "options")


class HelpPage(TextPage):
    """What the words mean, each app for its own, and whom to ask."""

    template_name = "core/help.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = {"panels": panels_for("help", self.request), "contact_email": settings.CONTACT_EMAIL}
        return super().get_context_data(**kwargs) | shown


help_page = HelpPage.as_view()
accessibility = TextPage.as_view(template_name="core/accessibility.html")
privacy = TextPage.as_view(template_name="core/privacy.html")
