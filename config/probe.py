"""`python config/probe.py /readyz`: whether the web server of this machine or container answers with 200.

Run by its path, with the standard library alone (health checks of containers).
"""

import os
import sys
import urllib.request

SECONDS = 5


def main(path: str) -> int:
    """0 where `path` answers with 200, else 1."""
    host = (os.environ.get("ALLOWED_HOSTS") or "localhost").split(",")[0].lstrip(".")
    address = f"http://127.0.0.1:{os.environ.get('PORT') or 8000}{path}"
    request = urllib.request.Request(address, headers={"Host": "localhost" if host == "*" else host})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):
            return 0
    except OSError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
