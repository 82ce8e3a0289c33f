"""Work that campaigns do by the clock."""

import logging

from celery import shared_task
from django.utils import timezone

from campaigns.services.groups.digests import due_subscriptions, send_digest

logger = logging.getLogger(__name__)


@shared_task
def send_digests() -> int:
    """Sends every digest whose time has come; one that fails is tried again the next time."""
    sent = 0
    for subscription_id in due_subscriptions(timezone.now()):
        try:
            sent += send_digest(subscription_id, timezone.now())
        except OSError:
            logger.exception("Digest %s could not be mailed.", subscription_id)
    return sent
