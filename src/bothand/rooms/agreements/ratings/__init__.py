"""What each answers alone about the options of a matter."""
