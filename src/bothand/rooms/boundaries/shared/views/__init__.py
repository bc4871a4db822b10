"""Views of what the two show each other, by noun."""
