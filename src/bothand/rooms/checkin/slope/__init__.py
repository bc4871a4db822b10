"""What moves with what: one's own slope."""
