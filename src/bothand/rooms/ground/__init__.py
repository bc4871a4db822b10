"""Shared ground (G): values, interests and goals, how much is shared, what one leans on whom for."""
