"""Views of answers, by noun."""
