"""The database's refusals in the words of whoever filled in the form."""

from functools import cache

from django.apps import apps
from django.db import IntegrityError, connection
from django.db.models import ProtectedError
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

# Rules that stand in the database alone: a foreign key over two columns.
OF_THE_DATABASE = ("supplychain_link_brand_of_model", "procurement_contractline_brand_of_model")


def check_at_once() -> None:
    """Makes the database refuse at the statement itself, not at the end of the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@cache
def _constraints() -> dict[str, object]:
    return {rule.name: rule for model in apps.get_models() for rule in model._meta.constraints}


def sentence(error: IntegrityError) -> str:
    """What to tell a person whose entry the database refused."""
    name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None) or ""
    if name in OF_THE_DATABASE:
        return _("The model belongs to another brand: choose the brand of the model.")
    rule = _constraints().get(name)
    if rule is not None and rule.violation_error_message != rule.default_violation_error_message:  # type: ignore[attr-defined]
        return str(rule.violation_error_message)  # type: ignore[attr-defined]
    return _("This was not saved: it breaks the rule “%(rule)s” of the record.") % {"rule": name or _("unnamed")}


def what_protects(error: ProtectedError) -> str:
    """Why a record cannot be removed, and what to do instead."""
    kinds = sorted({str(row._meta.verbose_name_plural) for row in error.protected_objects})
    return _("It cannot be removed, because %(kinds)s rest on it. Remove or change those first.") % {
        "kinds": get_text_list(kinds, _("and"))
    }
