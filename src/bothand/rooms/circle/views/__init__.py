"""Views of *circle*."""
