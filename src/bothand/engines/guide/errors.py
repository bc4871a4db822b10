"""What the guide refuses, in words."""


class BadFactsError(ValueError):
    """A fact is of no use: a name that is none, a number that is none; the message says which and where."""


class BrokenAdviceError(ValueError):
    """An advice that breaks a rule of the guide."""
