"""Pure reading of supply chain lists. No Django here."""
