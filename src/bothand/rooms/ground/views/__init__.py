"""Views of the four sheets."""
