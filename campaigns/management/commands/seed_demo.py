"""`seed_demo`: reference data and the fictional demonstration."""

import datetime
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from campaigns.services.demo.logins import LoginsRefused, make_logins
from campaigns.services.demo.seeding import OtherVersion, seed_demo


class Command(BaseCommand):
    """The same rows with the same identifiers everywhere; a second run finds them there and changes nothing."""

    help = "Load reference data and the fictional demonstration (idempotent)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--with-logins", action="store_true", help="Make the demo logins (only with DEBUG).")
        parser.add_argument("--today", type=datetime.date.fromisoformat, help="Day from which questions are overdue.")
        parser.add_argument("--json", action="store_true", help="Summary as JSON on the last line.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            with transaction.atomic():
                seeded = seed_demo(today=options["today"] or timezone.localdate())
                logins = make_logins() if options["with_logins"] else 0
        except OtherVersion as error:
            message = f"The demo data here is of another version ({error}). Run purge_demo first."
            raise CommandError(message) from error
        except LoginsRefused as error:
            message = "Demo logins have a published password and are made only where DEBUG is on."
            raise CommandError(message) from error
        text = "Demo data loaded" if seeded else "Demo data was there already"
        summary = {"seeded": seeded, "logins": logins}
        self.stdout.write(json.dumps(summary) if options["json"] else f"{text}; {logins} logins made.")
