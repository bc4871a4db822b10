"""Somebody, whole: written, changed, found, deleted."""
