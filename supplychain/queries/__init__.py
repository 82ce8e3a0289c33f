"""Read questions over several supply chain records."""
