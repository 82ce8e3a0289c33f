"""`purge_demo`: removes every fictional row and nothing else."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from campaigns.services.demo.purging import SHOWN, StillNeeded, purge_demo


class Command(BaseCommand):
    """Demo rows go with their history, their files and the demo logins; reference data and real records stay."""

    help = "Remove all demo data."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Summary as JSON on the last line.")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            removed = purge_demo()
        except StillNeeded as error:
            shown = "\n".join(f"  {text}" for text in error.dependents[:SHOWN])
            message = f"Nothing was removed: records that are not demo data refer to demo rows.\n{shown}"
            raise CommandError(message) from error
        self.stdout.write(json.dumps({"removed": removed}) if options["json"] else f"{removed} demo rows removed.")
