"""The views of *ground*."""
