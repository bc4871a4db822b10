"""Weeks, by one's own word."""
