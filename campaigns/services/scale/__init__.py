"""Synthetic rows in any number, to measure with; fictional like the demonstration and purged with it."""
