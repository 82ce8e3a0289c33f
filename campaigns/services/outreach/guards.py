"""Other areas may forbid a move of an activity: `settings.ACTIVITY_GUARDS`, `(activity, to_state)`."""

from django.conf import settings
from django.utils.module_loading import import_string

from campaigns.models import Activity


def ask_guards(activity: Activity, to_state: str) -> None:
    """Each guard may raise `ValidationError`. `to_state` is "" where the activity is to be deleted."""
    for path in settings.ACTIVITY_GUARDS:
        import_string(path)(activity, to_state)
