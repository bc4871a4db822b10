"""What the work of a home takes of one person: for those without a partner here, and for oneself."""
