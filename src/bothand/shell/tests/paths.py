"""Walk every path that two people can take through a process, whoever of them acts first."""

from collections.abc import Callable

from bothand.shell.process import Process, State

Two = tuple[State, State]
Act = Callable[[State, State, str], Two]


def walk_every_path(process: Process[State], start: Two, act: Act) -> set[tuple[str, bool]]:
    """Every place that either is at on some path: the step's key, and whether they wait there.

    `act` does what a step asks for: it takes how it stands for who acts, for the other, and the step, and gives both back.
    Fails where nobody can act before both are past the last step.
    """
    waiting, reached, seen = [start], {start}, set()
    while waiting:
        two = waiting.pop()
        places = [process.find_place(state) for state in two]
        seen |= {(place.step.key, place.waits) for place in places}
        moves = [who for who in (0, 1) if not places[who].waits and not places[who].over]
        assert moves or all(place.over for place in places), f"nobody can go on: {two}"
        for who in moves:
            mine, theirs = act(two[who], two[1 - who], places[who].step.key)
            after = (mine, theirs) if who == 0 else (theirs, mine)
            if after not in reached:
                reached.add(after)
                waiting.append(after)
    return seen
