"""`seed_scale`: synthetic factories and links, or activities and counts, in any number."""

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from campaigns.services.scale.seeding import AlreadyThere, seed_outreach, seed_scale

FACTORIES = 100_000


class Command(BaseCommand):
    """The same seed gives the same rows; they are fictional, flagged, and go with `purge_demo`."""

    help = "Write synthetic rows to measure with."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--factories", type=int, help=f"How many factories; {FACTORIES} unless given.")
        parser.add_argument("--activities", type=int, help="How many activities; no factories then, unless given too.")
        parser.add_argument("--seed", type=int, default=1, help="Another seed adds other rows.")
        parser.add_argument("--json", action="store_true", help="Summary as JSON on the last line.")

    def handle(self, *args: Any, **options: Any) -> None:
        factories, activities = _asked(options["factories"], options["activities"])
        begun = time.perf_counter()
        try:
            summary = _seed(factories, activities, options["seed"])
        except AlreadyThere as error:
            message = f"Rows of seed {error} are there already; give another --seed, or run purge_demo."
            raise CommandError(message) from error
        seconds = time.perf_counter() - begun
        text = ", ".join(f"{count} {name}" for name, count in summary.items())
        self.stdout.write(json.dumps(summary) if options["json"] else f"Made {text} in {seconds:.1f} s.")


def _asked(factories: int | None, activities: int | None) -> tuple[int | None, int | None]:
    """How many of each; without any number the usual number of factories."""
    if any(number is not None and number < 1 for number in (factories, activities)):
        message = "Give numbers above zero."
        raise CommandError(message)
    return (FACTORIES if factories is None and activities is None else factories), activities


def _seed(factories: int | None, activities: int | None, seed: int) -> dict[str, int]:
    summary: dict[str, int] = {}
    if factories:
        summary |= seed_scale(factories=factories, seed=seed)
    if activities:
        summary |= seed_outreach(activities=activities, seed=seed, today=timezone.localdate())
    return summary
