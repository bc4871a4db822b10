"""Views of *people*."""
