"""The words of names, made anew."""

from django.apps import apps
from django.db import connection, transaction

from core.models import NameWord


def searched_tables() -> list[str]:
    """Tables of records that are found by their words."""
    return [
        model._meta.db_table
        for model in apps.get_models()
        if not hasattr(model, "pgh_tracked_model") and any(field.name == "search_text" for field in model._meta.fields)
    ]


@transaction.atomic
def rebuild_words() -> None:
    """Forgets words that no name has any more, learns those that were missed. Nobody writes names meanwhile."""
    tables = [connection.ops.quote_name(table) for table in searched_tables()]
    words = " UNION ".join(f"SELECT core_words_of(search_text) AS word FROM {table}" for table in tables)  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN SHARE MODE")
        NameWord.objects.all().delete()
        cursor.execute(f"INSERT INTO core_nameword (word) SELECT word FROM ({words}) AS every")  # noqa: S608
