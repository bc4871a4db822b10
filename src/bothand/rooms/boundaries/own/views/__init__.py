"""Views of one's own boundaries, by noun."""
