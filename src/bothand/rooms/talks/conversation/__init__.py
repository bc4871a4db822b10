"""The talk itself: begun, spoken in turns, paused, closed, and how it was for oneself."""
