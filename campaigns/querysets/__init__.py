"""Chainable questions about campaigns, one module an area."""
