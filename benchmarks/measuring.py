"""Medians of repeated requests and statements, warm."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection
from django.test import Client

ROUNDS = 20
WARM_UP = 3
Work = Callable[[], None]


@dataclass(frozen=True)
class Measured:
    """Something that is done again and again, beside the bare SQL of the same: the least that any program must ask."""

    name: str
    limit_ms: float
    once: Work
    bare: Work


def median_ms(once: Work) -> float:
    """Median of so many rounds in milliseconds, after some that are not counted."""
    for _ in range(WARM_UP):
        once()
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        once()
        taken.append((time.perf_counter() - begun) * 1000)
    return statistics.median(taken)


def request(client: Client, address: str) -> Work:
    """One answer of the page to the client, through all of the middleware, without anything in the cache."""

    def once() -> None:
        cache.clear()
        response = client.get(address)
        if response.status_code != 200:
            message = f"{address} answers {response.status_code}"
            raise RuntimeError(message)

    return once


def statements(*texts: str) -> Work:
    """The bare SQL, rows fetched."""

    def once() -> None:
        with connection.cursor() as cursor:
            for text in texts:
                cursor.execute(text)
                cursor.fetchall()

    return once
