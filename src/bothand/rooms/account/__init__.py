"""Signing up, in and out; locking; what is one's own: password, sessions, export, deleting."""
