"""Friends and family, mine and ours (P3)."""
