"""Marks that come up often among one's own answers."""
