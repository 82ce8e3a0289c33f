"""The roll-up of links by factory, for facets and filters.

Triggers keep it right in the transaction of whoever writes links, citations or sources, bulk
writers included (migration `0002_facet_rollup`); `rebuild_facets` repairs it after a restore
that left the triggers out.
Sums of it and of links stand in `FacetTally`, kept by triggers too (migration `0003_facet_tallies`),
as do the facets of links by country (migration `0005_link_facets`).
"""

from collections.abc import Iterable

from django.db import connection, transaction


@transaction.atomic
def rebuild_facets(factory_ids: Iterable[int] | None = None) -> None:
    """Computes the facets of these factories anew and changes only what was wrong; of all without an argument.

    Of all it also makes sums and facets of links anew.
    """
    with connection.cursor() as cursor:
        if factory_ids is None:
            cursor.execute("SELECT supplychain_refresh_facets(ARRAY(SELECT id FROM supplychain_factory))")
            cursor.execute("SELECT supplychain_recount_tallies()")
            cursor.execute("SELECT supplychain_rebuild_link_facets()")
        else:
            cursor.execute("SELECT supplychain_refresh_facets(%s::bigint[])", [list(factory_ids)])


def fill_facets(first: int, last: int) -> None:
    """The facets of new factories with keys from `first` to `last`, for bulk writers who held the triggers back.

    `rebuild_facets` also mends what is there and therefore takes many times as long.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO supplychain_factoryfacet (factory_id, dimension, value, level)
            SELECT factory_id, dimension, value, min(level)
            FROM (
                SELECT * FROM supplychain_facet_of_citation UNION ALL SELECT * FROM supplychain_facet_of_link
            ) AS facet
            WHERE factory_id BETWEEN %s AND %s
            GROUP BY factory_id, dimension, value
            ORDER BY dimension, value, factory_id
            """,
            [first, last],
        )


def fold_tallies() -> None:
    """One line of `FacetTally` for each key, where triggers left many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT supplychain_fold_tallies()")
