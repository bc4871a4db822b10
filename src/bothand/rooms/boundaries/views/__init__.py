"""Views of *boundaries*, by what one is at."""
