"""Wishes for the week."""
