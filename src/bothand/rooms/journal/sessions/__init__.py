"""Guided sessions, step by step."""
