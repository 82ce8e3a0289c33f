"""What is measured, and the bare SQL that it is compared with: the least that any program must ask."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Measured:
    """A page by its address, and the SQL of its bare rows."""

    name: str
    address: str
    statements: tuple[str, ...]


def search(name: str, text: str, statement: str) -> Measured:
    return Measured(name, f"/search/?q={text}", (statement.replace("{text}", text),))


def pages(rare: str, typo: str, chinese: str, factory_id: str) -> list[Measured]:
    """Everything that has a limit; the words are taken from the rows that are there."""
    facets = tuple(
        FACETS.format(dimension=dimension, filter=FILTER)
        for dimension in ("brand", "stage", "basis", "product", "source")
    )
    whole = tuple(FACETS.format(dimension=dimension, filter="") for dimension in ("brand", "stage", "basis"))
    links = (
        "SELECT l.*, o.name FROM supplychain_productionlink AS l JOIN supplychain_brand AS b ON b.id = l.brand_id"
        " JOIN core_organisation AS o ON o.id = b.organisation_id JOIN supplychain_factory AS f ON f.id = l.factory_id"
        f" WHERE f.public_id = '{factory_id}' AND l.audience = 'public'"
    )
    return [
        Measured("factory list", "/factories/", (LIST_ROWS.format(filter=""), *whole)),
        Measured(
            "filtered list with facets", "/factories/?country=VN&stage=FIN", (LIST_ROWS.format(filter=FILTER), *facets)
        ),
        search("search, common word", "electronics", MATCHING),
        search("search, rare word", rare, MATCHING),
        search("search, typing error", typo, MATCHING),
        search("search, Chinese", chinese, GRAMS),
        Measured(
            "factory page",
            f"/factories/{factory_id}/",
            (f"SELECT * FROM supplychain_factory WHERE public_id = '{factory_id}'", links),
        ),
    ]
