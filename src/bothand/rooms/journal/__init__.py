"""Worth from within (P1): pages for oneself."""
