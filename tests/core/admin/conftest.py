"""An administrator at the administration pages."""

import pytest
from django.urls import reverse

from tests.factories.core import UserFactory


@pytest.fixture
def administrator(db):
    return UserFactory(admin=True, name="Ada Admin")


@pytest.fixture
def desk(client, administrator):
    """Client signed in as an administrator."""
    client.force_login(administrator)
    return client


@pytest.fixture
def address():
    """Function (model or record, page) -> address in the administration."""

    def find(subject, page):
        options = subject._meta
        needs_key = page in ("change", "delete", "history")
        return reverse(f"admin:{options.app_label}_{options.model_name}_{page}", args=[subject.pk] if needs_key else [])

    return find


@pytest.fixture
def filled():
    """Function response -> what a browser would send of the administration form in it, inlines included."""

    def read(response):
        form = response.context["adminform"].form
        forms = [form]
        for formset in response.context["inline_admin_formsets"]:
            forms += [formset.formset.management_form, *formset.formset.forms]
        values = {bound.html_name: bound.value() for one in forms for bound in one}
        return {name: _sent(value) for name, value in values.items() if value is not None and value is not False}

    return read


def _sent(value):
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
