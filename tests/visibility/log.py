"""Scenes of logging."""

from campaigns.models import EventPreset
from tests.factories.campaigns import EventPresetFactory
from tests.visibility.cast import Cast
from tests.visibility.scenes import Probe, Scene, builds, sees


@builds("event with a code", "any")
def event(cast: Cast, state: str) -> Scene:
    record = EventPresetFactory(project=cast.project, lead=cast.own, name="Zanzibar congress")
    return Scene(sees(EventPreset.objects.visible_to, record), [Probe("page", record.get_absolute_url(), record.name)])
