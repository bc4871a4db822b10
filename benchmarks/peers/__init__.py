"""Other libraries, each called from the interpreter it needs."""
