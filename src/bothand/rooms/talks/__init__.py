"""Talks: topics that wait, an invitation, the talk itself, and what stays of it (P7)."""
