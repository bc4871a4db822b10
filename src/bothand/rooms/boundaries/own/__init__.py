"""Boundaries of one's own: in *mine*, shown or not."""
