"""Programs sign in with a token: `Authorization: Bearer <key>`."""

import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from core.accounts import may_sign_in
from core.models import ApiToken, User

# The date of last use is a hint to the owner, not worth a write per request.
NOTED_EVERY = datetime.timedelta(minutes=5)


class BearerTokenAuthentication(BaseAuthentication):
    """Reads `core.models.ApiToken`; a wrong, expired or orphaned key is refused, none at all is a stranger."""

    keyword = "Bearer"

    def authenticate(self, request: Request) -> tuple[User, ApiToken] | None:
        scheme, _separator, key = get_authorization_header(request).partition(b" ")
        if scheme.lower() != self.keyword.lower().encode():
            return None
        now = timezone.now()
        token = self._token(key.strip().decode("latin-1"), now)
        if token is None or not may_sign_in(token.user):
            raise AuthenticationFailed(_("This token is not known, has expired, or its owner may not sign in."))
        if token.last_used_at is None or now - token.last_used_at > NOTED_EVERY:
            ApiToken.objects.filter(pk=token.pk).update(last_used_at=now)
        return token.user, token

    @staticmethod
    def _token(key: str, now: datetime.datetime) -> ApiToken | None:
        in_force = Q(expires_at__isnull=True) | Q(expires_at__gt=now)
        tokens = ApiToken.objects.select_related("user").filter(in_force, user__is_active=True)
        return tokens.filter(digest=ApiToken.digest_of(key)).first()

    def authenticate_header(self, request: Request) -> str:
        return self.keyword
