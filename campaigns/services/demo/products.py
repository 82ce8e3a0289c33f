"""Fictional product models in the six groups."""

from collections.abc import Iterator

from campaigns.services.demo.world import World, chance, rows_of, save, slug
from supplychain.models import ProductModel

FORMS = {
    "computers": ("{series} 14 G{n}", "{series} 15 G{n}", "{series} Tab 11 G{n}", "{series} Mini G{n}"),
    "displays": ("{series} View 24 S{n}", "{series} View 27 S{n}"),
    "peripherals": ("{series} Dock {n}00", "{series} Keys K{n}", "{series} Call H{n}"),
    "printing": ("{series} Print M{n}20", "{series} Scan A{n}"),
    "enterprise": ("{series} Rack R{n}40", "{series} Switch {n}48", "{series} Store D{n}12"),
    "phones": ("{series} {n}", "{series} Desk {n}0"),
}


def make_products(world: World) -> None:
    """Two to four models a brand and group."""
    for row in rows_of("brands"):
        for category in row["categories"].split():
            world.models[row["name"]] += _models(world, row, category)
    save(model for models in world.models.values() for model in models)


def _models(world: World, row: dict[str, str], category: str) -> Iterator[ProductModel]:
    chooser = chance(f"models of {row['name']} {category}")
    series = row["series"].split("|")
    prefix = slug(row["name"])[:2].upper()
    for number in range(chooser.randint(2, 4)):
        form = FORMS[category][number % len(FORMS[category])]
        latin, _, local = series[number % len(series)].partition("=")
        named = form.replace("{n}", str(chooser.randint(2, 9)))
        code = f"{prefix}{category[0].upper()}{chooser.randint(1000, 9999)}"
        yield world.make(
            ProductModel,
            brand=world.brands[row["name"]],
            category_id=category,
            name=named.format(series=latin),
            name_local=named.format(series=local) if local else "",
            name_local_lang=row["lang"] if local else "",
            regulatory_model=code,
            part_numbers=[f"{code}-{suffix}" for suffix in chooser.sample("ABCDEF", k=chooser.randint(0, 3))],
            source=world.sources[f"demo-models-{slug(row['name'])}"],
        )
