"""One run: rows, measurements, table."""

import time
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.test import Client

from benchmarks.measuring import ROUNDS, median_ms, request, statements
from benchmarks.pages import LIMIT_MS, Measured, pages
from supplychain.models import Factory

SEED = 1


def run(scale: int) -> int:
    """Prints the table; 1 where a page is above its limit."""
    # Static files are served by their own names here; their manifest is made only for production.
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)
    prepare(scale)
    print(f"\n{scale} factories, median of {ROUNDS}, nothing in the cache, signed out; limit {LIMIT_MS} ms\n")
    print(f"| {'page':<28} | page ms | SQL ms | ratio | within |\n|{'-' * 30}|--------:|-------:|------:|--------|")
    late = [measured.name for measured in chosen() if not _row(measured)]
    if late:
        print(f"\nAbove the limit: {', '.join(late)}")
    return 1 if late else 0


def prepare(scale: int) -> None:
    """Migrated, with so many synthetic factories; says how long seeding took."""
    call_command("migrate", interactive=False, verbosity=0)
    if Factory.objects.exists():
        return
    begun = time.perf_counter()
    call_command("seed_scale", factories=scale, seed=SEED)
    print(f"seeding took {time.perf_counter() - begun:.0f} s")


def chosen() -> list[Measured]:
    """The pages, with words that some rows have."""
    factory = Factory.objects.order_by("pk")[Factory.objects.count() // 2]
    word = factory.name.split()[0].lower()
    chinese = Factory.objects.exclude(name_local="").order_by("pk")[5].name_local[:2]
    return pages(rare=word, typo="elektronics", chinese=chinese, factory_id=factory.public_id)


def _row(measured: Measured) -> bool:
    page = median_ms(request(Client(), measured.address))
    bare = median_ms(statements(measured))
    within = page <= LIMIT_MS
    ratio = page / max(bare, 0.01)
    print(
        f"| {measured.name:<28} | {page:7.1f} | {bare:6.1f} | {ratio:5.1f} | {'yes' if within else 'NO':<6} |",
        flush=True,
    )
    return within
