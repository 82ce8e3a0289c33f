"""Medians of repeated requests and statements, warm."""

import statistics
import time
from collections.abc import Callable

from django.core.cache import cache
from django.db import connection
from django.test import Client

from benchmarks.pages import Measured

ROUNDS = 20
WARM_UP = 3


def median_ms(once: Callable[[], None]) -> float:
    """Median of so many rounds in milliseconds, after some that are not counted."""
    for _ in range(WARM_UP):
        once()
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        once()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def request(client: Client, address: str) -> Callable[[], None]:
    """One answer of the page to a stranger, through all of the middleware, without anything in the cache."""

    def once() -> None:
        cache.clear()
        response = client.get(address)
        if response.status_code != 200:
            message = f"{address} answers {response.status_code}"
            raise RuntimeError(message)

    return once


def statements(measured: Measured) -> Callable[[], None]:
    """The bare SQL, rows fetched."""

    def once() -> None:
        with connection.cursor() as cursor:
            for statement in measured.statements:
                cursor.execute(statement)
                cursor.fetchall()

    return once
