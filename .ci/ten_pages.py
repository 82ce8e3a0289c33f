"""`python .ci/ten_pages.py PORT PID`: waits for /readyz, then opens ten pages; each must answer 200."""

import os
import sys
import time
import urllib.error
import urllib.request

port, pid = map(int, sys.argv[1:])
base = f"http://127.0.0.1:{port}"
PAGES = [
    "/",
    "/contracts/",
    "/factories/",
    "/brands/",
    "/products/",
    "/procurers/",
    "/search/?q=shenzhen",
    "/factories/?format=csv",
    "/api/v1/factories/",
    "/static/vendor/bootstrap/bootstrap.min.css",
]


def status(path):
    try:
        with urllib.request.urlopen(base + path, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


end = time.monotonic() + 600
while status("/readyz") != 200:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        sys.exit("The demo ended before it answered.")
    if time.monotonic() > end:
        sys.exit("The demo did not answer within ten minutes.")
    time.sleep(1)
found = {path: status(path) for path in PAGES}
bad = {path: code for path, code in found.items() if code != 200}
sys.exit(f"Not answered with 200: {bad}" if bad else 0)
