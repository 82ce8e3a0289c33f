"""Logging outreach: on a phone, without a connection, at an event."""
