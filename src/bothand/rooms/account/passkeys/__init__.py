"""Passkeys of one's own: adding, listing, removing."""
