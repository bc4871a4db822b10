"""Views of *talks*, by what they are about."""
