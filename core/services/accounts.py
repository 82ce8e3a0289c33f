"""What people change about their own account. Accounts are personal data and carry no history."""

from core.models import User


def choose_language(*, user: User, language: str) -> None:
    """Keep `language` for mails and for the next time `user` signs in."""
    user.language = language
    user.save(update_fields=["language"])


def update_account(*, user: User, name: str, language: str) -> None:
    """Keep how `user` wants to be called and addressed."""
    user.name = name
    user.language = language
    user.save(update_fields=["name", "language"])
