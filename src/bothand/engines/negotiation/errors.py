"""What can go wrong, each as a sentence that can be shown."""


class BadDealError(ValueError):
    """The answers do not fit the issues: a rating is missing, a number is no integer, a name stands twice."""


class TooLargeError(ValueError):
    """The deal is beyond a stated bound of this engine; the message names the bound."""


class NotProvedError(AssertionError):
    """A result claims something that does not hold; the message names the claim."""
