"""What either says to make something good again."""
