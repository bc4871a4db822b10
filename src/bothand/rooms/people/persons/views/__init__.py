"""Views of persons."""
