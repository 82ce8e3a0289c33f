"""Recording research."""
