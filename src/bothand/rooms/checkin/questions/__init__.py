"""The weekly check-in, sentence by sentence."""
