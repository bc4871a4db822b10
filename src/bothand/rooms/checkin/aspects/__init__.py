"""The ten aspects: how each stands, how that fits, what changed."""
