"""Views of matters."""
