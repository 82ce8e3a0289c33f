"""Outreach: recording activities, and their way to approval."""
