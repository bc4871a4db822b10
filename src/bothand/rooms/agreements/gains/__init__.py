"""Giving way over time, from my own gains."""
