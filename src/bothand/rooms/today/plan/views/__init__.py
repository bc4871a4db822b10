"""Views of the plan, and of those that are over."""
