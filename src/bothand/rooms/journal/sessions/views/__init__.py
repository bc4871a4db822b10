"""Views of guided sessions."""
