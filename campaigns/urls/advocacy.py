"""Pages of policy files and advocacy."""

from django.urls import path

from campaigns.queries import histories
from campaigns.views import policy
from campaigns.views.advocacy import EditActionView, NewActionView, PolicyView, SignaturesView
from core.views.history import record_history

urlpatterns = [
    path("policy/", policy.PolicyListView.as_view(), name="policy-list"),
    path("policy/new/", policy.NewPolicyView.as_view(), name="policy-new"),
    path("policy/recommendations/<int:pk>/edit/", policy.EditRecommendationView.as_view(), name="recommendation-edit"),
    path("policy/actions/<int:pk>/edit/", EditActionView.as_view(), name="action-edit"),
    path("policy/<str:public_id>/", PolicyView.as_view(), name="policy-detail"),
    path("policy/<str:public_id>/edit/", policy.EditPolicyView.as_view(), name="policy-edit"),
    path(
        "policy/<str:public_id>/recommendations/new/",
        policy.NewRecommendationView.as_view(),
        name="recommendation-new",
    ),
    path("policy/<str:public_id>/actions/new/", NewActionView.as_view(), name="action-new"),
    path("policy/<str:public_id>/history/", record_history(histories.POLICY), name="policy-history"),
    path("petitions/<int:pk>/signatures/", SignaturesView.as_view(), name="petition-count"),
]
