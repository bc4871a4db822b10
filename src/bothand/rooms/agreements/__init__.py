"""What fulfils both: agreements, found together, and the work of a home, shared."""
