"""What the sharing engine refuses, in words."""


class SharingError(ValueError):
    """The work can't be divided as given; the message says why."""


class NobodyCanError(SharingError):
    """There are tasks that neither person can do; `tasks` names them in the order given."""

    def __init__(self, tasks: tuple[str, ...]) -> None:
        self.tasks = tasks
        super().__init__("neither of the two can do: " + ", ".join(tasks))


class TooMuchWorkError(SharingError):
    """The instance lies beyond the bound on work that the engine sets itself; nothing was computed."""


class ClaimError(AssertionError):
    """A division claims something that is not so."""
