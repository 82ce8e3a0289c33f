"""Lists of brands, factories and product models on their way into the register."""
