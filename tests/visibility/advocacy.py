"""Scenes of research, advocacy and campaign pages."""

from typing import Any

from campaigns.models import (
    ActionAddressee,
    AdvocacyAction,
    Campaign,
    EvidenceFile,
    Petition,
    PolicyFile,
    Position,
    Publication,
)
from campaigns.queries.pages import photos_of
from tests.factories import campaigns
from tests.visibility.cast import Cast
from tests.visibility.scenes import Probe, Scene, builds, in_detail, in_list, in_search, sees


@builds("publication", "published", "draft")
def publication(cast: Cast, state: str) -> Scene:
    record = campaigns.PublicationFactory(
        name="Zanzibar report", partner=cast.own, project=cast.project, is_published=state == "published"
    )
    return Scene(
        sees(Publication.objects.visible_to, record),
        [
            *in_detail("publications", record),
            *in_list("publications", "Zanzibar report"),
            *in_search("zanzibar", record),
        ],
    )


@builds("campaign", "published", "draft")
def campaign(cast: Cast, state: str) -> Scene:
    record = campaigns.CampaignFactory(
        name="Zanzibar campaign", lead=cast.own, project=cast.project, is_published=state == "published"
    )
    return Scene(
        sees(Campaign.objects.visible_to, record),
        [
            *in_detail("campaigns", record),
            *in_list("campaigns", "Zanzibar campaign"),
            *in_search("zanzibar", record),
            Probe("calendar", f"/campaigns/{record.public_id}/calendar.ics", "Zanzibar campaign"),
        ],
    )


@builds("policy file", "any")
def policy_file(cast: Cast, state: str) -> Scene:
    record = campaigns.PolicyFileFactory(name="Zanzibar law")
    return Scene(
        sees(PolicyFile.objects.visible_to, record),
        [
            Probe("page", record.get_absolute_url(), "Zanzibar law"),
            Probe("list", "/policy/", "Zanzibar law"),
            Probe("api", f"/api/v1/policies/{record.public_id}/", "Zanzibar law"),
            *in_search("zanzibar", record),
        ],
    )


def _on_file(record: Any, text: str, *, api: bool = False) -> list[Probe]:
    found = record.policy_file
    probes = [
        Probe("page", found.get_absolute_url(), text),
        Probe("history", f"{found.get_absolute_url()}history/", text),
    ]
    return [*probes, Probe("api", f"/api/v1/policies/{found.public_id}/", text)] if api else probes


@builds("advocacy action", "public", "not public")
def action(cast: Cast, state: str) -> Scene:
    record = campaigns.AdvocacyActionFactory(
        partner=cast.own, project=cast.project, response="Zanzibar answer", is_public=state == "public"
    )
    return Scene(sees(AdvocacyAction.objects.visible_to, record), _on_file(record, "Zanzibar answer", api=True))


@builds("position", "public", "not public")
def position(cast: Cast, state: str) -> Scene:
    record = campaigns.PositionFactory(text="Zanzibar words", is_public=state == "public")
    return Scene(sees(Position.objects.visible_to, record), _on_file(record, "Zanzibar words"))


@builds("decision-maker", "of a public action")
def decision_maker(cast: Cast, state: str) -> Scene:
    record = campaigns.ActionAddresseeFactory(
        action__partner=cast.own,
        action__project=cast.project,
        action__is_public=True,
        decision_maker__office="Zanzibar office",
    )
    place = record.action.policy_file.get_absolute_url()
    return Scene(sees(ActionAddressee.objects.visible_to, record), [Probe("page", place, "Zanzibar office")])


@builds("petition", "of a draft campaign")
def petition(cast: Cast, state: str) -> Scene:
    draft = campaigns.CampaignFactory(lead=cast.own, project=cast.project, draft=True)
    record = campaigns.PetitionFactory(campaign=draft, title="Zanzibar petition")
    return Scene(
        sees(Petition.objects.visible_to, record),
        [
            Probe("campaign page", draft.get_absolute_url(), "Zanzibar petition"),
            Probe("policy page", record.policy_file.get_absolute_url(), "Zanzibar petition"),
        ],
    )


@builds("photo of an activity on a campaign's page", "published with consent")
def photo(cast: Cast, state: str) -> Scene:
    page = campaigns.CampaignFactory(lead=cast.own, project=cast.project)
    activity = campaigns.ActivityFactory(approved=True, project=cast.project, lead=cast.own)
    campaigns.CampaignActivityFactory(campaign=page, activity=activity)
    record = campaigns.EvidenceFileFactory(
        activity=activity, title="Zanzibar photo", content_type="image/png", people="agreed", is_published=True
    )
    return Scene(
        lambda user: EvidenceFile.objects.visible_to(user).filter(pk__in=photos_of(page)).exists(),
        [Probe("page", page.get_absolute_url(), record.title)],
    )
