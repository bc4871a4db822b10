"""What the week engine refuses, in words."""


class WeekError(ValueError):
    """The week can't be planned as given; the message says why."""


class TooLargeError(WeekError):
    """The week lies beyond the bound on work that the engine sets itself; nothing was computed."""


class SolverError(RuntimeError):
    """The solver gave neither a plan nor a reason. Whoever sees this has found a fault of ours."""


class ClaimError(AssertionError):
    """A plan claims something that is not so."""
