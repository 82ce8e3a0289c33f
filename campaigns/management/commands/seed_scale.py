"""`seed_scale`: synthetic factories and links in any number."""

import json
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaigns.services.scale.seeding import AlreadyThere, seed_scale


class Command(BaseCommand):
    """The same seed gives the same rows; they are fictional, flagged, and go with `purge_demo`."""

    help = "Write synthetic rows to measure with."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--factories", type=int, default=100_000, help="How many factories.")
        parser.add_argument("--seed", type=int, default=1, help="Another seed adds other rows.")
        parser.add_argument("--json", action="store_true", help="Summary as JSON on the last line.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["factories"] < 1:
            message = "Give a number of factories above zero."
            raise CommandError(message)
        begun = time.perf_counter()
        try:
            summary = seed_scale(factories=options["factories"], seed=options["seed"])
        except AlreadyThere as error:
            message = f"Rows of seed {error} are there already; give another --seed, or run purge_demo."
            raise CommandError(message) from error
        seconds = time.perf_counter() - begun
        text = ", ".join(f"{count} {name}" for name, count in summary.items())
        self.stdout.write(json.dumps(summary) if options["json"] else f"Made {text} in {seconds:.1f} s.")
