"""Every model can be made by a test and read by a person."""

import importlib
import pkgutil

import factory
from django.apps import apps
from django.db.models import Model

import tests.factories
from tests.architecture.sources import APPS


def own_models() -> list[type[Model]]:
    """The project's models; version tables and link tables without a class of their own are made by others."""
    return [
        model
        for app in APPS
        if apps.is_installed(app)
        for model in apps.get_app_config(app).get_models()
        if not hasattr(model, "pgh_tracked_model")
    ]


def models_with_factory() -> set[type[Model]]:
    found = set()
    for info in pkgutil.walk_packages(tests.factories.__path__, "tests.factories."):
        for item in vars(importlib.import_module(info.name)).values():
            if (
                isinstance(item, type)
                and issubclass(item, factory.django.DjangoModelFactory)
                and not item._meta.abstract
            ):
                found.add(item._meta.get_model_class())
    return found


def test_every_model_has_a_factory() -> None:
    missing = set(own_models()) - models_with_factory()
    assert sorted(model._meta.label for model in missing) == []


def test_every_model_has_a_text_of_its_own() -> None:
    assert [model._meta.label for model in own_models() if model.__str__ is Model.__str__] == []
