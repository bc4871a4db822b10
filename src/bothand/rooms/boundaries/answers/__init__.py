"""What the one who was shown a boundary says to it, and the *no* to whatever is asked."""
