"""Write use cases of the supply chain."""
