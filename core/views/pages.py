"""Pages that say what this site is and how it treats people."""

from django.views.generic import TemplateView


class TextPage(TemplateView):
    """A page that is text alone."""

    http_method_names = ("get", "head", "options")


help_page = TextPage.as_view(template_name="core/help.html")
accessibility = TextPage.as_view(template_name="core/accessibility.html")
privacy = TextPage.as_view(template_name="core/privacy.html")
