"""Time together and time for oneself: whether it is enough, and how much is wished."""
