"""Time one takes, what is said of it to the other, and the lines beside it."""
