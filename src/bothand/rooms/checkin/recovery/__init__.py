"""How days out of balance are followed."""
