"""Who may change what: administrators the records, everyone what is their own.

Permissions are named as Django names them (`core.change_source`) and asked with the object:
`user.has_perm("procurement.change_procurer", procurer)`.
"""

from typing import TYPE_CHECKING, Any

import rules
from django.apps import apps

from core.access import access_of

if TYPE_CHECKING:
    from core.models import User

WRITING = ("add", "change", "delete")


@rules.predicate
def is_administrator(user: "User") -> bool:
    return access_of(user).is_admin


@rules.predicate
def is_owner(user: "User", saved_search: Any = None) -> bool:
    """Of a saved search."""
    return saved_search is not None and saved_search.owner_id == access_of(user).user_id


@rules.predicate
def is_requester(user: "User", job: Any = None) -> bool:
    """Of a job."""
    return job is not None and job.requested_by_id is not None and job.requested_by_id == access_of(user).user_id


def administrators_write(app_label: str, *, besides: tuple[str, ...] = ()) -> None:
    """Administrators may add, change and delete every record of the app, those `besides` left out."""
    for model in apps.get_app_config(app_label).get_models():
        name = model._meta.model_name or ""
        if name not in besides:
            for action in WRITING:
                rules.set_perm(f"{app_label}.{action}_{name}", is_administrator)


administrators_write("core", besides=("savedsearch",))
for action in ("change", "delete"):
    rules.set_perm(f"core.{action}_savedsearch", is_owner)
    rules.set_perm(f"core.{action}_job", is_requester | is_administrator)
