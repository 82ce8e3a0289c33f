"""Smallest valid rows for tests, one factory per model: `tests.factories.<app>`."""
