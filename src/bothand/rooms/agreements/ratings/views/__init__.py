"""Answering alone: one question a screen, or all on one page."""
