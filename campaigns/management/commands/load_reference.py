"""`load_reference`: countries, stages, partners and the other reference lists, each row with its source."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from campaigns.services.reference import load_reference


class Command(BaseCommand):
    """Loads the data files under `<app>/reference/`.

    Run it after every `migrate`, in production too: it adds what is new, brings code lists to the state of
    their files and leaves alone what administrators edit. `seed_demo` runs it first. It is a command and no
    step of `migrate`, so that a migration never writes rows and a test database starts empty.
    """

    help = "Load the reference lists (idempotent)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="Summary as JSON on the last line.")

    def handle(self, *args: Any, **options: Any) -> None:
        loaded = load_reference()
        summary = asdict(loaded)
        text = f"Reference data: {loaded.created} created, {loaded.changed} changed, {loaded.unchanged} unchanged."
        self.stdout.write(json.dumps(summary) if options["json"] else text)
