"""What two revealed to each other, side by side: overlaps first."""
