"""Who may change the supply chain's records."""

from core.rules import administrators_write

administrators_write("supplychain")
