"""The test factories themselves: each makes a valid row of its model."""

import pytest
from django.apps import apps
from django.db.models import JSONField, Model
from factory.django import DjangoModelFactory

from core.access import access_of
from core.enums import Role
from tests.factories import campaigns, core, procurement, supplychain

MODULES = (core, supplychain, procurement, campaigns)
FACTORIES = {
    made._meta.model: made
    for module in MODULES
    for made in vars(module).values()
    if isinstance(made, type) and issubclass(made, DjangoModelFactory) and made is not DjangoModelFactory
}


def test_every_concrete_model_has_a_factory() -> None:
    models = {
        model
        for label in ("core", "supplychain", "procurement", "campaigns")
        for model in apps.get_app_config(label).get_models()
        if not model.__name__.endswith("Version")
    }
    assert models == set(FACTORIES)


@pytest.mark.django_db
@pytest.mark.parametrize("model", FACTORIES, ids=lambda model: model.__name__)
def test_a_factory_makes_two_valid_rows(model: type[Model]) -> None:
    made = [FACTORIES[model]() for _attempt in range(2)]
    for row in made:
        # An empty object or list is a value of its own, though a form would call it blank.
        row.full_clean(exclude=[field.name for field in model._meta.fields if isinstance(field, JSONField)])
    kept = model._default_manager.filter(pk__in=[row.pk for row in made])
    assert set(kept) == set(made)


@pytest.mark.django_db
def test_a_user_with_a_role_is_what_the_role_says() -> None:
    buyer = procurement.ProcurerFactory(name="City of Test")
    user = core.UserFactory(role=Role.PROCURER, organisation=buyer.organisation)
    assert access_of(user).procurer_organisations == frozenset({buyer.organisation_id})
    assert user.check_password(core.PASSWORD)


@pytest.mark.django_db
def test_a_confirmed_link_for_a_model_belongs_to_the_brand_of_the_model() -> None:
    link = supplychain.ProductionLinkFactory(confirmed=True, for_model=True, cited=True)
    link.refresh_from_db()
    assert (link.confidence, link.brand) == ("confirmed", link.product_model.brand)
    assert link.citations.count() == 1
