"""What the contingency engine refuses, in words."""


class BadPulseError(ValueError):
    """A day, a feeling or a date is of no use; the message says which and where."""
