"""What one loves, loved, or wants to try."""
