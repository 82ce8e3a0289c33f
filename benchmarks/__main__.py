"""`make bench`: seeds synthetic rows in a data directory of its own and measures pages and writing there.

SCALE is the number of factories; activities are twice as many. The directory stays for the next run; `BENCH_DIR`
names another.
"""

import os
import sys
from pathlib import Path

SCALE = int(os.environ.get("SCALE") or 100_000)
DIRECTORY = Path(os.environ.get("BENCH_DIR") or f".data-bench/{SCALE}").resolve()


def main() -> int:
    """Zero where every page keeps its limit."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        "DATA_DIR": str(DIRECTORY),
        "ALLOWED_HOSTS": "testserver",
        "SECURE_SSL_REDIRECT": "0",
        "DEBUG": "",
    }
    import django  # noqa: PLC0415 (after the environment that its settings read)

    django.setup()
    from benchmarks.running import run  # noqa: PLC0415 (as above)

    return run(SCALE)


if __name__ == "__main__":
    sys.exit(main())
