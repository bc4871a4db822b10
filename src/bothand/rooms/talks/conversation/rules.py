"""Pure: how a talk stands, from the records of both. Whatever order they came in, both see the same.

Speaker and listener: one speaks; the other says back what they heard; the speaker says *yes* or *not quite*; after a
*yes* they swap (the speaker-listener technique; Markman, Stanley and Blumberg, *Fighting for Your Marriage*, 1994). Who
writes out of turn loses nothing: what they said waits, and comes when it is their turn.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from bothand.rooms.talks.conversation.records import Act, Devices, Way
from bothand.vault.context import fold_parts

SLOTS: Final = 48
"""How many places for one person's turns are looked at together."""
MOST_TURNS: Final = 20 * SLOTS


class Stage(StrEnum):
    """What happens next."""

    PLAIN = "plain"
    SAY = "say"
    BACK = "back"
    CHECK = "check"
    PAUSED = "paused"
    CLOSED = "closed"


class Mark(StrEnum):
    """What became of something said."""

    PLAIN = ""
    WAITS = "waits"
    NOW = "now"
    HEARD = "heard"


@dataclass(frozen=True, slots=True)
class Setup:
    """How a talk was begun."""

    way: Way
    devices: Devices
    first: bytes
    people: tuple[bytes, bytes]

    def find_other(self, one: bytes) -> bytes:
        """The other of the two."""
        return self.people[1] if one == self.people[0] else self.people[0]


@dataclass(frozen=True, slots=True)
class Event:
    """One turn, opened: who wrote it, in whose voice, when (seconds since 1970)."""

    id: bytes
    author: bytes
    voice: int
    step: int
    at: int
    act: Act
    about: bytes = b""
    text: str = ""
    need: str = ""
    feelings: tuple[str, ...] = ()
    until: int = 0
    today: bool = True

    def find_speaker(self, setup: Setup) -> bytes:
        """Whose words they are: on one device that is handed over, the author writes for both."""
        return setup.find_other(self.author) if self.voice else self.author


@dataclass(frozen=True, slots=True)
class State:
    """How a talk stands.

    speaker  who has the floor (with turns)
    said     what is being heard now, `back` how it was said back
    pause    the pause that holds
    order    all events, in the one order
    marks    what became of each thing said
    """

    stage: Stage
    speaker: bytes = b""
    said: Event | None = None
    back: Event | None = None
    pause: Event | None = None
    order: tuple[Event, ...] = ()
    marks: dict[bytes, Mark] = field(default_factory=dict)


def place_of_turn(talk: bytes, author: bytes, number: int) -> bytes:
    """Where somebody's turn of this number lies."""
    return fold_parts(b"turn", talk, author, number.to_bytes(4, "big"))


def place_of_close(talk: bytes, author: bytes) -> bytes:
    """Where somebody's closing of a talk lies."""
    return fold_parts(b"close", talk, author)


def sort_events(events: Iterable[Event]) -> list[Event]:
    """One order for both: by step, and where two wrote at once by what lies in the records alone."""
    return sorted(events, key=lambda one: (one.step, one.author, one.id))


def next_step(events: Iterable[Event]) -> int:
    """The step of what is written now."""
    return max((one.step for one in events), default=0) + 1


def derive_state(setup: Setup, events: Iterable[Event], *, closed: bool) -> State:
    """How a talk stands after these events."""
    ordered = sort_events(events)
    run = _Replay(setup)
    for one in ordered:
        run.take_event(one)
    stage = Stage.CLOSED if closed else Stage.PAUSED if run.pause else run.find_stage()
    return State(stage, run.speaker, run.said, run.back, run.pause, tuple(ordered), run.marks)


def may_go_on(pause: Event, one: bytes, now: int) -> bool:
    """Whether somebody may end a pause: who made it at any time, the other from the time it names."""
    return one == pause.author or now >= pause.until


def find_actor(found: State, setup: Setup) -> bytes:
    """Whose turn it is; b"" where both may."""
    match found.stage:
        case Stage.SAY | Stage.CHECK:
            return found.speaker
        case Stage.BACK:
            return setup.find_other(found.speaker)
    return b""


def allowed_acts(found: State, setup: Setup, me: bytes) -> tuple[Act, ...]:
    """What somebody can do now; on one device for both. What is said out of turn is taken too, and waits."""
    whose = find_actor(found, setup)
    if setup.devices == "two" and whose not in (b"", me):
        return ()
    match found.stage:
        case Stage.PLAIN:
            return ("say",)
        case Stage.SAY:
            return ("say", "pass")
        case Stage.BACK:
            return ("back",)
        case Stage.CHECK:
            return ("yes", "not")
    return ()


def says_the_same(one: Event, other: Event) -> bool:
    """Whether two turns say the same: when they came does not matter."""
    return _words_of_event(one) == _words_of_event(other)


def _words_of_event(one: Event) -> tuple[object, ...]:
    return (one.author, one.voice, one.act, one.about, one.text, one.need, one.feelings, one.until, one.today)


class _Replay:
    """The events, one after the other."""

    def __init__(self, setup: Setup) -> None:
        self.setup = setup
        self.speaker = setup.first
        self.said: Event | None = None
        self.back: Event | None = None
        self.pause: Event | None = None
        self.waiting: dict[bytes, list[Event]] = {one: [] for one in setup.people}
        self.marks: dict[bytes, Mark] = {}

    def find_stage(self) -> Stage:
        if self.setup.way == "plain":
            return Stage.PLAIN
        if self.said is None:
            return Stage.SAY
        return Stage.BACK if self.back is None else Stage.CHECK

    def take_event(self, one: Event) -> None:
        if one.act == "pause":
            # Of two pauses the longer one holds: rest is given by either.
            if self.pause is None or one.until > self.pause.until:
                self.pause = one
        elif one.act == "on":
            if self.pause and may_go_on(self.pause, one.author, one.at):
                self.pause = None
        elif self.setup.way == "turns":
            self._take_turn(one, one.find_speaker(self.setup))

    def _take_turn(self, one: Event, who: bytes) -> None:
        floor = who == self.speaker
        match one.act:
            case "say" if floor and self.said is None:
                self._hear_words(one)
            case "say":
                self.marks[one.id] = Mark.WAITS
                self.waiting[who].append(one)
            case "back" if not floor and self.said and not self.back and one.about == self.said.id:
                self.back = one
            case "yes" if floor and self.said and self.back and one.about == self.back.id:
                self.marks[self.said.id] = Mark.HEARD
                self._swap_speaker()
            case "not" if floor and self.back and one.about == self.back.id:
                self.back = None
            case "pass" if floor and self.said is None:
                self._swap_speaker()

    def _hear_words(self, one: Event) -> None:
        self.said, self.back = one, None
        self.marks[one.id] = Mark.NOW

    def _swap_speaker(self) -> None:
        self.said = self.back = None
        self.speaker = self.setup.find_other(self.speaker)
        if self.waiting[self.speaker]:
            self._hear_words(self.waiting[self.speaker].pop(0))


def place_of_impression(talk: bytes) -> bytes:
    """Where one's own view of a talk lies in *mine*."""
    return fold_parts(b"felt", talk)


def place_of_answers(talk: bytes) -> bytes:
    """Where the ratings of that view lie in *mine* as answers, from which the check-in computes."""
    return fold_parts(b"felt answers", talk)
