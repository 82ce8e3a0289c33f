"""Sign-up and sign-in rules beyond allauth's own."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import translate_url


def may_sign_in(user: Any) -> bool:
    """Whether `user` may use the site. Demo accounts, whose password is published, open no other than a trial."""
    return user.is_active and (settings.DEMO or settings.DEBUG or not user.is_demo)


class AuthenticationBackend(AllauthBackend):
    """Ends the sessions of accounts that may not sign in any more, too."""

    def user_can_authenticate(self, user: Any) -> bool:
        return may_sign_in(user)


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are known by e-mail address alone."""

    def authenticate(self, request: HttpRequest, **credentials: Any) -> AbstractBaseUser | None:
        """allauth lets refused accounts through to a page of its own; demo accounts must not get that far."""
        user = super().authenticate(request, **credentials)
        return None if user and user.is_active and not may_sign_in(user) else user

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The front page, in the language that the person chose."""
        url = super().get_login_redirect_url(request)
        language = getattr(request.user, "language", "")
        return translate_url(url, language) if language else url
