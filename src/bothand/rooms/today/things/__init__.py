"""The things to do."""
