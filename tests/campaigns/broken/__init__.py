"""What the database refuses, by area: `BROKEN` holds (factory, values that break the rule, constraint)."""
