"""What was learned after the first entry: weaker statements superseded, and one site that was on record twice."""

from campaigns.services.demo.links import Cited, Links, is_confirmed
from campaigns.services.demo.sites import MERGED
from campaigns.services.demo.world import ANCHOR, World, save
from core.history import change
from supplychain.enums import Basis, FactoryProperty, FactoryStatus, IdentifierScheme
from supplychain.models import Factory, FactoryIdentifier, FactoryStatement, ProductionLink
from supplychain.services.merging import merge_factories

DOUBLE = "Hengyu Precision (Zhengzhou) Works"
WEAK = (Basis.INFERRED, Basis.PRESS_TRADE, Basis.REGISTER, Basis.SITE_CLAIM)


def supersede(links: Links) -> None:
    """Hearsay of a site and brand gives way where a confirmed link of the same site, brand and stage came."""
    stronger = {
        (link.factory_id, link.brand_id, link.stage_id): link for link in links.made.values() if is_confirmed(link)
    }
    replaced = []
    for link in links.made.values():
        better = stronger.get((link.factory_id, link.brand_id, link.stage_id))
        if link.basis in WEAK and link.product_model_id is None and better:
            link.superseded_by = better
            replaced.append(link)
    with change(actor=None, reason="Demonstration: a stronger source was found"):
        ProductionLink.objects.bulk_update(replaced, ["superseded_by"])


def make_double(world: World, links: Links) -> None:
    """A second record of one site, as a register had it, with a brand that the first one does not know."""
    first = world.factories[MERGED]
    register = world.sources["demo-register-2021"]
    double = world.make(
        Factory,
        name=DOUBLE,
        country_id=first.country_id,
        subdivision=first.subdivision,
        operator=first.operator,
        status=FactoryStatus.UNCONFIRMED,
    )
    save([double])
    day = register.published_on
    stated = {"factory": double, "source": register}
    save([world.make(FactoryStatement, property=FactoryProperty.NAME, value=DOUBLE, stated_on=day, **stated)])
    save([world.make(FactoryIdentifier, scheme=IdentifierScheme.OS_ID, value="CN2021900DEMO", **stated)])
    links.world.factories[DOUBLE] = double
    links.state(
        DOUBLE, world.brands["Polderwiek"], "FIN", Basis.REGISTER, [Cited(register, ANCHOR, "entry of the site")]
    )


def merge_double(world: World) -> None:
    """The two records become one: the identifier of the second leads to the first."""
    merge_factories(
        survivor=world.factories[MERGED],
        merged=world.factories[DOUBLE],
        actor=None,
        reason="Demonstration: two records of one site",
    )
