"""Views of *talks* as a whole."""
