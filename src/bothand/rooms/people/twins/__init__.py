"""People who may be one and the same."""
