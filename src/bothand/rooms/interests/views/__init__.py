"""Views of *interests*."""
