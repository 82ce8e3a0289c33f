"""A fictional campaign with its page, a policy file that it works on, a petition and a report."""

import datetime

from campaigns.enums.advocacy import AdvocacyKind, OutcomeState, PolicyLevel, PolicyStage
from campaigns.enums.research import Issue, PartyRole
from campaigns.models import (
    AdvocacyAction,
    Campaign,
    CampaignActivity,
    CampaignPublication,
    CampaignResource,
    Petition,
    PetitionCount,
    PolicyFile,
    PolicyOutcome,
    PolicyRecommendation,
    PolicyStep,
    Publication,
    PublicationParty,
    PublicationSubject,
)
from campaigns.services.demo.consortium import COORDINATOR, MAIN
from campaigns.services.demo.parties import PARTNER
from campaigns.services.demo.world import World, save

STORY = (
    "Who made the phone that your town hall gives to its staff? Most towns cannot say. Those that asked got names"
    " within months.\n\n"
    "This campaign is fictional. It shows how partners tell what they do: events on a map and in a calendar, figures"
    " that are never added up across measures, and what can be taken along and used."
)
SIGNATURES = ((datetime.date(2026, 2, 1), 640), (datetime.date(2026, 4, 1), 1_910), (datetime.date(2026, 6, 1), 2_384))
STEPS = (
    (PolicyStage.IDEA, datetime.date(2025, 3, 1)),
    (PolicyStage.POSITION_AGREED, datetime.date(2025, 9, 15)),
    (PolicyStage.MEETING_OR_LOBBY, datetime.date(2025, 11, 20)),
)


def make_campaign(world: World) -> None:
    """The page with all that belongs to it."""
    report = _make_report(world)
    file = _make_policy(world, report)
    main = world.projects[MAIN]
    campaign = _make_page(world)
    save(
        world.make(CampaignActivity, campaign=campaign, activity=activity)
        for activity in world.activities
        if activity.audience_group in ("general_public", "pupils", "students") and activity.project == main
    )
    save([world.make(CampaignPublication, campaign=campaign, publication=report)])
    _make_petition(world, campaign, file)


def _make_page(world: World) -> Campaign:
    campaign = save(
        [
            world.make(
                Campaign,
                name="Ask your city",
                slogan="Who made it? Ask.",
                story=STORY,
                project=world.projects[MAIN],
                lead=world.partners[PARTNER],
                starts_on=datetime.date(2025, 2, 1),
                is_published=True,
            )
        ]
    )[0]
    save(
        [
            world.make(
                CampaignResource,
                campaign=campaign,
                title="Letter to a town hall",
                language="en",
                url="https://example.org/letter",
            )
        ]
    )
    return campaign


def _make_petition(world: World, campaign: Campaign, file: PolicyFile) -> None:
    petition = save(
        [
            world.make(
                Petition,
                policy_file=file,
                campaign=campaign,
                title="Open supply chains for public devices",
                addressed_to="Committee on the internal market",
                target=5_000,
                opened_on=datetime.date(2026, 1, 10),
            )
        ]
    )[0]
    save(
        world.make(PetitionCount, petition=petition, counted_on=day, signatures=signatures)
        for day, signatures in SIGNATURES
    )


def _make_report(world: World) -> Publication:
    report = save(
        [
            world.make(
                Publication,
                name="Behind the town hall's phones",
                year=2026,
                published_on=datetime.date(2026, 1, 20),
                author_names="Fictional authors",
                issues=[Issue.TRANSPARENCY, Issue.PROCUREMENT],
                summary="A fictional report that shows what a publication's page holds.",
                source=world.sources["demo-directory"],
                project=world.projects[MAIN],
                partner=world.partners[COORDINATOR],
                is_published=True,
            )
        ]
    )[0]
    save(
        [
            world.make(
                PublicationParty,
                publication=report,
                organisation=world.organisations[COORDINATOR],
                role=PartyRole.AUTHOR,
            )
        ]
    )
    save([world.make(PublicationSubject, publication=report, country_id="CN")])
    return report


def _make_policy(world: World, report: Publication) -> PolicyFile:
    file = save(
        [
            world.make(
                PolicyFile,
                name="Rules for public purchases of devices (fictional)",
                level=PolicyLevel.EU,
                opened_on=datetime.date(2025, 2, 10),
                summary="A fictional file that shows how asks, meetings and outcomes are kept.",
                source=world.sources["demo-directory"],
            )
        ]
    )[0]
    save(world.make(PolicyStep, policy_file=file, stage=stage, happened_on=day) for stage, day in STEPS)
    _make_ask(world, file, report)
    return file


def _make_ask(world: World, file: PolicyFile, report: Publication) -> None:
    """What is asked, the meeting about it, and that nothing is decided yet."""
    ask = save(
        [
            world.make(
                PolicyRecommendation,
                policy_file=file,
                ask="Contractors name the factories of final assembly for every model they deliver.",
                publication=report,
            )
        ]
    )[0]
    save(
        [
            world.make(
                AdvocacyAction,
                kind=AdvocacyKind.MEETING,
                policy_file=file,
                recommendation=ask,
                project=world.projects[MAIN],
                partner=world.partners["Rechte im Takt"],
                happened_on=datetime.date(2025, 11, 20),
                subject="Why the model matters and not the brand",
                response="Will be taken up in the draft.",
                is_public=True,
            )
        ]
    )
    save(
        [
            world.make(
                PolicyOutcome,
                policy_file=file,
                recommendation=ask,
                state=OutcomeState.PENDING,
                decided_on=datetime.date(2026, 5, 4),
            )
        ]
    )
