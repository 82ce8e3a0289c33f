"""A text field that proposes what may be meant, and takes anything else too."""

from typing import Any

from django import forms


class ProposingInput(forms.TextInput):
    """With `proposed` texts, which the browser offers while one types."""

    template_name = "campaigns/parts/proposing_input.html"
    proposed: list[str]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.proposed = []

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["proposed"] = self.proposed
        context["widget"]["attrs"]["list"] = f"{name}-proposed"
        return context
