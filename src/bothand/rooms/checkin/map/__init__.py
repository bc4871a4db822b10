"""The map of togetherness and selfhood."""
