"""The check-up, twice a year."""
