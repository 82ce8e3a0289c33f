"""Recording advocacy."""
