"""Views of the talk itself."""
