"""Filters of the list of publications."""

from typing import TYPE_CHECKING, Any

from babel import Locale
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from campaigns.enums.research import Issue
from campaigns.models import Publication, PublicationParty, PublicationSubject
from campaigns.models.research import EARLIEST_YEAR, LATEST_YEAR
from core.filters import AnyOfFilter, ListingFilterSet, RecordsFilter
from core.models import Organisation
from procurement.filters import countries
from supplychain.models import Brand, Factory, Mineral, Stage

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from core.models import User

    Viewer = User | AnonymousUser


def minerals() -> list[tuple[str, Any]]:
    return [(mineral.code, mineral) for mineral in Mineral.objects.all()]


def stages() -> list[tuple[str, Any]]:
    return [(stage.code, stage) for stage in Stage.objects.all()]


def languages() -> list[tuple[str, str]]:
    """Languages by their tags, named in the reader's language."""
    return list(Locale.parse(get_language() or "en", sep="-").languages.items())


class About:
    """Rule: publications with a subject of these values."""

    def __init__(self, field: str) -> None:
        self.field = field

    def __call__(self, values: list[Any], user: "Viewer") -> Q:
        subjects = PublicationSubject.objects.filter(**{f"{self.field}__in": values})
        return Q(pk__in=subjects.values("publication"))


def written_by(values: list[Any], user: "Viewer") -> Q:
    return Q(pk__in=PublicationParty.objects.filter(organisation__in=values).values("publication"))


class PublicationFilterSet(ListingFilterSet):
    country = AnyOfFilter(choices=countries, rule=About("country"), label=_("Country"))
    mineral = AnyOfFilter(choices=minerals, rule=About("mineral"), label=_("Mineral"))
    stage = AnyOfFilter(choices=stages, rule=About("stage"), label=_("Stage"))
    brand = RecordsFilter(
        records=lambda user: Brand.objects.visible_to(user).select_related("organisation"),
        rule=About("brand"),
        label=_("Brand named"),
    )
    factory = RecordsFilter(
        records=lambda user: Factory.objects.visible_to(user), rule=About("factory"), label=_("Factory named")
    )
    issue = AnyOfFilter(choices=Issue.choices, rule=lambda values, user: Q(issues__overlap=values), label=_("Issue"))
    language = AnyOfFilter(
        choices=languages, rule=lambda values, user: Q(languages__overlap=values), label=_("Language")
    )
    year = AnyOfFilter(choices=[(str(year), year) for year in range(EARLIEST_YEAR, LATEST_YEAR + 1)], label=_("Year"))
    author = RecordsFilter(
        records=lambda user: Organisation.objects.visible_to(user),
        rule=written_by,
        label=_("Written or commissioned by"),
    )

    class Meta:
        model = Publication
        fields: tuple[str, ...] = ()
