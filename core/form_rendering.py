"""One look for every form outside the administration."""

from django.forms.renderers import TemplatesSetting


class FormRenderer(TemplatesSetting):
    """Label, help, error and control in one order, each tied to the control for screen readers."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
