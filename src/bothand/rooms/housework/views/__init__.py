"""Views of housework."""
