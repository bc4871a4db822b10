"""Support with a goal: what its owner wants, what the other offers, and how it was."""
