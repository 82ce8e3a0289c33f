"""Scenes of indicators."""

from typing import Any

from campaigns.models import Indicator, IndicatorUpdate
from tests.factories.campaigns import (
    IndicatorFactory,
    IndicatorPeriodFactory,
    IndicatorUpdateFactory,
    ResultFactory,
)
from tests.visibility.cast import Cast
from tests.visibility.scenes import Probe, Scene, builds, in_detail, in_list, in_search, sees


def indicator_of(cast: Cast) -> Any:
    result = ResultFactory(project=cast.project)
    return IndicatorFactory(result=result, partner=cast.own, name="Zanzibar trainings")


@builds("indicator", "any")
def indicator(cast: Cast, state: str) -> Scene:
    record = indicator_of(cast)
    return Scene(
        sees(Indicator.objects.visible_to, record),
        [*in_detail("indicators", record), *in_list("indicators", record.name), *in_search("zanzibar", record)],
    )


@builds("update of an indicator", "not approved", "approved")
def update(cast: Cast, state: str) -> Scene:
    period = IndicatorPeriodFactory(indicator=indicator_of(cast))
    record = IndicatorUpdateFactory(period=period, partner=cast.own, value=76543, approved=state == "approved")
    probes = in_detail("indicators", period.indicator, "76,543", surfaces="page")
    if state == "approved":
        probes += [Probe("csv", "/indicators/?format=csv", "76543"), Probe("api", "/api/v1/indicators/", "76543")]
    return Scene(
        sees(IndicatorUpdate.objects.visible_to, record),
        [*probes, *in_detail("indicators", period.indicator, "76,543", surfaces="history")],
    )
