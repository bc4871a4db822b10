"""Accounts, sessions, locking. `access.py` is the one door through which anything sealed is reached."""
