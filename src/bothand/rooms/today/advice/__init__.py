"""The one thing worth doing next, and why."""
