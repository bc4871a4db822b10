"""The vault: the only cryptography and the only table of personal content.

`docs/sealing.md` says in words what is done here; a test compares its numbers with this code.
"""
