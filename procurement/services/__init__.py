"""Write use cases of procurement."""
