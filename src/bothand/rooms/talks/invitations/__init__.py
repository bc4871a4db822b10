"""Asking for a talk, and what is said to it: ready or not now, after a look at a list of one's own."""
