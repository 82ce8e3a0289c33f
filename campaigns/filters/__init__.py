"""Filters of the campaigns' lists."""
