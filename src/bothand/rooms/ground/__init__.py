"""Common ground (G): values, interests and goals, how much is shared, on whom one leans for what."""
