"""Sittings of the past: listed, changed, deleted."""
