"""The dashboard."""

from django.urls import path

from campaigns.views.dashboard import dashboard

urlpatterns = [path("dashboard/", dashboard, name="dashboard")]
