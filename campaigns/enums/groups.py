"""Code lists of working groups and buyer groups."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class GroupKind(TextChoices):
    WORKING_GROUP = "working_group", _("Working group")
    BUYER_GROUP = "buyer_group", _("Buyer group")


class GroupRole(TextChoices):
    """What a member organisation does in the group. Chair and coordinator moderate its threads."""

    CHAIR = "chair", _("Chair")
    COORDINATOR = "coordinator", _("Coordinator")
    MEMBER = "member", _("Member")
    OBSERVER = "observer", _("Observer")


MODERATING_ROLES = (GroupRole.CHAIR, GroupRole.COORDINATOR)


class QuestionKind(TextChoices):
    """How a question of an assessment is answered."""

    TEXT = "text", _("In words")
    YES_NO = "yes_no", _("Yes or no")
    SCALE = "scale", _("From 1 (none) to 5 (very much)")


class QuestionTheme(TextChoices):
    NEEDS = "needs", _("Needs")
    STATUS = "status", _("Status")


class DigestFrequency(TextChoices):
    NONE = "none", _("No mail")
    DAILY = "daily", _("Once a day, if something is new")
    WEEKLY = "weekly", _("Once a week, if something is new")
