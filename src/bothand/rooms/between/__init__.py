"""*Between you*: what the other did that both can open, and what waits for an answer."""
