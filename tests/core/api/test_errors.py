"""One shape for every error."""

from rest_framework.exceptions import ValidationError

from core.api.errors import exception_handler


def test_an_error_of_fields_names_them():
    response = exception_handler(ValidationError({"name": "Give a name."}), {})
    assert response.status_code == 400
    assert response.data == {"detail": "Some values cannot be accepted.", "fields": {"name": ["Give a name."]}}


def test_an_error_of_the_whole_is_the_detail():
    response = exception_handler(ValidationError(["The dates are in the wrong order."]), {})
    assert response.data == {"detail": "The dates are in the wrong order.", "fields": {}}


def test_an_unforeseen_error_is_left_to_others():
    assert exception_handler(RuntimeError(), {}) is None
