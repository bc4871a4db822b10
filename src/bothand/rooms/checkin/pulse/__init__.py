"""The pulse: three taps a day, and eight weeks of them."""
