"""Forms by which partners record and change their own records."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache

from core.lookup import Merged, find


@method_decorator(never_cache, name="dispatch")
class WorkView(LoginRequiredMixin, View):
    """A form that records something, or changes the record that the address names.

    Set `form_class`, `permission` ("add_campaign"), `title`, `button` and `done`. `records(request)` gives what may
    be found, `save` calls the service and returns the record whose page comes next. What the service refuses stands
    beside the field, in the same words.
    """

    form_class: Any = None
    permission = ""
    title: Any = ""
    lead: Any = ""
    button: Any = ""
    done: Any = ""
    template_name = "campaigns/parts/work_form.html"

    def records(self, request: HttpRequest) -> Any:
        """Records of which the address names one, as this viewer sees them."""
        raise NotImplementedError

    def form_arguments(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        return {"user": request.user}

    def save(self, request: HttpRequest, form: Any, record: Any) -> Any:
        raise NotImplementedError

    def back(self) -> str:
        """Where one gets without saving."""
        return self.record.get_absolute_url() if self.record else ""

    def next_address(self, saved: Any) -> str:
        return str(saved.get_absolute_url())

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        try:
            self.record = self.found(request)
        except Merged as merged:
            return HttpResponseRedirect(merged.survivor.get_absolute_url())
        if not self.is_allowed(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def found(self, request: HttpRequest) -> Any:
        """The record that the address names; None where it names none."""
        public_id = self.kwargs.get("public_id")
        return find(self.records(request), public_id) if public_id else None

    def is_allowed(self, request: HttpRequest) -> bool:
        return request.user.has_perm(f"campaigns.{self.permission}", self.record)

    def get(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        return self.page(request, self.form_class(**self.form_arguments(request, self.record)))

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        form = self.form_class(request.POST, request.FILES, **self.form_arguments(request, self.record))
        if form.is_valid():
            try:
                saved = self.save(request, form, self.record)
            except ValidationError as error:
                refuse(form, error)
            else:
                messages.success(request, self.done)
                return HttpResponseRedirect(self.next_address(saved))
        return self.page(request, form)

    def page(self, request: HttpRequest, form: Any) -> HttpResponse:
        context = {
            "form": form,
            "record": self.record,
            "title": self.title,
            "lead": self.lead,
            "button": self.button,
            "back": self.back(),
            "has_files": form.is_multipart(),
        }
        return render(request, self.template_name, context)


def refuse(form: Any, error: ValidationError) -> None:
    """Puts what a service refused beside the fields that the form has, the rest above the form."""
    by_field = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
    for name, texts in by_field.items():
        for text in texts:
            form.add_error(name if name in form.fields else None, text)
