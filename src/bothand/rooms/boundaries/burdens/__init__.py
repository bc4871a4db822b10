"""What limits me: marks in *mine* on boundaries of the other, never shown."""
