"""The first page, and the introduction."""
