"""What a person sees: one folder a room. Rooms never import each other; what they share is in `kit`."""
