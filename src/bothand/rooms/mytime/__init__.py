"""Time of one's own, and what it is for (P2)."""
