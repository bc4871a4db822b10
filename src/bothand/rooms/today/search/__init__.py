"""Searching across one's rooms."""
