"""Views of the mirror: days, check-ins, check-ups, and what follows from them."""
