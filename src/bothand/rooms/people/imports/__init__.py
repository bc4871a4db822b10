"""Contact files in: read, looked at, chosen from."""
