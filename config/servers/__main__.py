"""`python config/servers keep|remove DATA_DIR`: the keeper, and the removal of what the servers keep."""

import sys
from pathlib import Path

# Run by its path, this folder is a package of its own: no Django, no Celery, a start in milliseconds.
sys.path.append(str(Path(__file__).resolve().parent.parent))

from servers import ServerError, remove
from servers.keeper import keep

if sys.argv[1] == "keep":
    keep(Path(sys.argv[2]), int(sys.argv[3]))
else:
    try:
        remove(Path(sys.argv[2]))
    except ServerError as error:
        sys.exit(str(error))
