"""Formats templates without changing a word of what people read: `make format-templates`."""

ALL_FORMATTED = False
"""Whether every template was formatted, and none has a line that is too long. From then on `--check` looks at each."""
