"""growth (P6): becoming who I want to be, and support that doesn't smother. Sources: docs/methods/growth.md."""
