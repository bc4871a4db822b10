"""Contact files out."""
