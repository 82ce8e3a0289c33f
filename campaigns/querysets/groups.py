"""Chainable questions about groups: the group is public, what its members say to each other is theirs."""

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db.models import Count, Max, Q, QuerySet

from campaigns.enums.groups import MODERATING_ROLES
from core.access import access_of
from core.querysets import PublicRecordQuerySet, RecordQuerySet, SearchableQuerySet

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User


def current_on(day: datetime.date) -> Q:
    """Condition on a membership: in force on `day`; the leaving day is its last."""
    return (Q(joined_on__isnull=True) | Q(joined_on__lte=day)) & (Q(left_on__isnull=True) | Q(left_on__gte=day))


def groups_of(user: "User | AnonymousUser", *, moderated: bool = False) -> QuerySet[Any]:
    """Ids of the groups that `user` belongs to through an organisation, or `moderated` by it."""
    memberships = apps.get_model("campaigns.GroupMembership").objects.filter(
        organisation__in=access_of(user).organisations, left_on__isnull=True
    )
    return (memberships.filter(role__in=MODERATING_ROLES) if moderated else memberships).values("group")


class WorkingGroupQuerySet(SearchableQuerySet):
    """Groups are public."""

    def own_of(self, user: "User | AnonymousUser") -> Self:
        return self.current().filter(pk__in=groups_of(user))

    def moderated_by(self, user: "User | AnonymousUser") -> Self:
        """Groups whose members and threads `user` looks after."""
        if access_of(user).is_admin:
            return self.current()
        return self.current().filter(pk__in=groups_of(user, moderated=True))

    def for_listing(self) -> Self:
        """With the numbers of members in force and of their countries, so far as the register knows them."""
        standing = Q(memberships__left_on__isnull=True)
        return self.select_related("convener", "country", "source").annotate(
            members_count=Count("memberships__organisation", filter=standing, distinct=True),
            countries_count=Count("memberships__organisation__country", filter=standing, distinct=True),
        )


class InnerQuerySet(RecordQuerySet):
    """What only members of the group and administrators see. `group_path` leads to the group's id."""

    group_path = "group"

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        if access_of(user).is_admin:
            return self.all()
        return self.filter(**{f"{self.group_path}__in": groups_of(user)})


class ResourceQuerySet(InnerQuerySet):
    """Resources: public ones for everyone."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        if access_of(user).is_admin:
            return self.all()
        return self.filter(Q(is_public=True) | Q(group__in=groups_of(user)))


class AnswerQuerySet(RecordQuerySet):
    """Answers of an assessment: for the organisation itself, the group's moderators and administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        access = access_of(user)
        if access.is_admin:
            return self.all()
        own = Q(membership__organisation__in=access.organisations)
        return self.filter(own | Q(membership__group__in=groups_of(user, moderated=True)))


class ThreadQuerySet(PublicRecordQuerySet):
    """Threads are for members of their group and administrators."""

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        current = self.current()
        return current if access_of(user).is_admin else current.filter(group__in=groups_of(user))

    def for_listing(self) -> Self:
        """With the number of posts that stand and the time of the latest."""
        standing = Q(posts__hidden_at__isnull=True)
        return self.select_related("group", "opened_by").annotate(
            posts_count=Count("posts", filter=standing), latest_at=Max("posts__posted_at", filter=standing)
        )


class PostQuerySet(InnerQuerySet):
    group_path = "thread__group"

    def standing(self) -> Self:
        """Not hidden by a moderator."""
        return self.filter(hidden_at__isnull=True)
