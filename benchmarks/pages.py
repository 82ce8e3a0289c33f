"""Pages of the registry for strangers, and the bare SQL of their rows."""

from django.test import Client

from benchmarks.measuring import Measured, request, statements
from supplychain.models import Factory

LIMIT_MS = 100
VISIBLE = "merged_into_id IS NULL"
LIST_ROWS = f"""
SELECT f.*, o.name FROM supplychain_factory AS f
LEFT JOIN supplychain_company AS c ON c.id = f.operator_id LEFT JOIN core_organisation AS o ON o.id = c.organisation_id
WHERE f.{VISIBLE} {{filter}} ORDER BY f.sort_key, f.id LIMIT 51
"""
FACETS = f"""
SELECT facet.value, count(*) FROM supplychain_factoryfacet AS facet
JOIN supplychain_factory AS f ON f.id = facet.factory_id
WHERE facet.dimension = '{{dimension}}' AND facet.level = 0 AND f.{VISIBLE} {{filter}}
GROUP BY facet.value ORDER BY count(*) DESC LIMIT 30
"""
FILTER = (
    "AND f.country_id = 'VN' AND EXISTS (SELECT FROM supplychain_factoryfacet AS one WHERE one.factory_id = f.id"
    " AND one.dimension = 'stage' AND one.value = 'FIN' AND one.level = 0)"
)
MATCHING = """
SELECT id, name FROM supplychain_factory
WHERE merged_into_id IS NULL AND (search_text LIKE '%{text}%' OR '{text}' <% search_text) LIMIT 21
"""
GRAMS = """
SELECT id, name FROM supplychain_factory
WHERE merged_into_id IS NULL AND search_grams @> ARRAY['{text}'] AND (name || name_local) LIKE '%{text}%' LIMIT 21
"""


def pages() -> list[Measured]:
    """The words are taken from the rows that are there."""
    factory = Factory.objects.order_by("pk")[Factory.objects.count() // 2]
    chinese = Factory.objects.exclude(name_local="").order_by("pk")[5].name_local[:2]
    return [
        *_lists(),
        _search("search, common word", "electronics", MATCHING),
        _search("search, rare word", factory.name.split()[0].lower(), MATCHING),
        _search("search, typing error", "elektronics", MATCHING),
        _search("search, Chinese", chinese, GRAMS),
        _factory(factory.public_id),
    ]


def _page(name: str, address: str, *texts: str) -> Measured:
    return Measured(name, LIMIT_MS, request(Client(), address), statements(*texts))


def _search(name: str, text: str, statement: str) -> Measured:
    return _page(name, f"/search/?q={text}", statement.replace("{text}", text))


def _lists() -> list[Measured]:
    facets = tuple(
        FACETS.format(dimension=dimension, filter=FILTER)
        for dimension in ("brand", "stage", "basis", "product", "source")
    )
    whole = tuple(FACETS.format(dimension=dimension, filter="") for dimension in ("brand", "stage", "basis"))
    return [
        _page("factory list", "/factories/", LIST_ROWS.format(filter=""), *whole),
        _page(
            "filtered list with facets", "/factories/?country=VN&stage=FIN", LIST_ROWS.format(filter=FILTER), *facets
        ),
    ]


def _factory(public_id: str) -> Measured:
    links = (
        "SELECT l.*, o.name FROM supplychain_productionlink AS l JOIN supplychain_brand AS b ON b.id = l.brand_id"
        " JOIN core_organisation AS o ON o.id = b.organisation_id JOIN supplychain_factory AS f ON f.id = l.factory_id"
        f" WHERE f.public_id = '{public_id}' AND l.audience = 'public'"
    )
    row = f"SELECT * FROM supplychain_factory WHERE public_id = '{public_id}'"
    return _page("factory page", f"/factories/{public_id}/", row, links)
