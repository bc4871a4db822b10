"""What the two show each other: copies in *ours*, with every wording that was shown."""
