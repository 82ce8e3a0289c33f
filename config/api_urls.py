"""The API's addresses: what each app declares in `ROUTES`, and its description."""

from importlib import import_module

from django.apps import apps
from django.urls import include, path
from django.utils.module_loading import module_has_submodule
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import DefaultRouter

from core.views.api_docs import ApiDocsView

app_name = "api"

router = DefaultRouter()
router.include_format_suffixes = False
for app in ("core", "supplychain", "procurement", "campaigns"):
    if module_has_submodule(apps.get_app_config(app).module, "api"):
        declared = import_module("core.api.routes" if app == "core" else f"{app}.api")
        for prefix, viewset in declared.ROUTES:
            router.register(prefix, viewset, basename=prefix)

urlpatterns = [
    path("v1/schema/", SpectacularAPIView.as_view(), name="schema"),
    path("docs/", ApiDocsView.as_view(), name="docs"),
    path("v1/", include(router.urls)),
]
