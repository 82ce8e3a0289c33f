"""The first request that a web server's process answers: `python -m benchmarks.starting ADDRESS SESSION`.

Each is measured in a process of its own, from when the server would begin to listen.
"""

import os
import statistics
import subprocess
import sys
import time

PROCESSES = 5


def first_request_ms(address: str, session: str) -> float:
    """Median of so many processes, to the reader with this session."""
    command = [sys.executable, "-m", "benchmarks.starting", address, session]
    taken = [
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(PROCESSES)
    ]
    return statistics.median(taken)


def main(address: str, session: str) -> None:
    """Prints the milliseconds of one first answer."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "benchmarks.settings")
    from django.conf import settings  # noqa: PLC0415 (as above)
    from django.test import Client  # noqa: PLC0415 (as above)

    from config import wsgi  # noqa: F401, PLC0415 (what the server loads; after the environment)

    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session
    begun = time.perf_counter()
    response = client.get(address)
    taken = (time.perf_counter() - begun) * 1000
    if response.status_code != 200:
        sys.exit(f"{address} answers {response.status_code}")
    print(taken)


if __name__ == "__main__":
    main(*sys.argv[1:])
