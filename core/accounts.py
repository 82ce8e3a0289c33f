"""Sign-up and sign-in rules beyond allauth's own."""

from allauth.account.adapter import DefaultAccountAdapter


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are known by e-mail address alone."""
