"""Who may change the campaigns' records."""

from core.rules import administrators_write

administrators_write("campaigns")
