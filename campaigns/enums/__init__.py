"""Code lists of campaigns."""
