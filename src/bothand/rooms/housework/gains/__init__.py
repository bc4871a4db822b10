"""Giving way over time: what agreed divisions changed for me."""
