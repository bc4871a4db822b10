"""Measures of the house: `make house` prints how large it is, how its things are named, and what a change has to pass."""
