"""How a talk stands, from the records of both: the same for both, whatever order they came in; and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from bothand.rooms.talks.conversation import rules
from bothand.rooms.talks.conversation.rules import Event, Mark, Setup, Stage

NOA, SAM = b"n" * 16, b"s" * 16
TURNS = Setup("turns", "two", NOA, (NOA, SAM))
PLAIN = Setup("plain", "two", NOA, (NOA, SAM))
ONE = Setup("turns", "one", NOA, (NOA, SAM))


def event(number: int, author: bytes, act: str, *, step: int | None = None, **more) -> Event:
    more.setdefault("text", f"words {number}")
    return Event(
        id=number.to_bytes(16, "big"), author=author, voice=more.pop("voice", 0), step=step or number,
        at=more.pop("at", number), act=act, **more,
    )  # fmt: skip


def stage(setup, *events, closed=False):
    return rules.derive_state(setup, events, closed=closed)


def test_the_first_speaks_and_the_other_says_it_back():
    found = stage(TURNS)
    assert (found.stage, found.speaker) == (Stage.SAY, NOA)
    assert rules.allowed_acts(found, TURNS, NOA) == ("say", "pass")
    assert rules.allowed_acts(found, TURNS, SAM) == ()
    found = stage(TURNS, event(1, NOA, "say"))
    assert found.stage is Stage.BACK
    assert rules.allowed_acts(found, TURNS, SAM) == ("back",)


def test_not_quite_asks_for_it_once_more_and_yes_swaps():
    said, first = event(1, NOA, "say"), event(2, SAM, "back", about=(1).to_bytes(16, "big"))
    found = stage(TURNS, said, first)
    assert found.stage is Stage.CHECK
    assert rules.allowed_acts(found, TURNS, NOA) == ("yes", "not")
    no = event(3, NOA, "not", about=first.id)
    assert stage(TURNS, said, first, no).stage is Stage.BACK
    second = event(4, SAM, "back", about=said.id)
    yes = event(5, NOA, "yes", about=second.id)
    found = stage(TURNS, said, first, no, second, yes)
    assert (found.stage, found.speaker) == (Stage.SAY, SAM)
    assert found.marks[said.id] is Mark.HEARD


def test_who_speaks_out_of_turn_waits_and_comes_next():
    said, early = event(1, NOA, "say"), event(2, SAM, "say", step=1)
    back = event(3, SAM, "back", about=said.id)
    yes = event(4, NOA, "yes", about=back.id)
    assert stage(TURNS, said, early).marks[early.id] is Mark.WAITS
    found = stage(TURNS, said, early, back, yes)
    assert (found.stage, found.speaker, found.said) == (Stage.BACK, SAM, early)


def test_a_yes_to_something_older_changes_nothing():
    said, back = event(1, NOA, "say"), event(2, SAM, "back", about=(1).to_bytes(16, "big"))
    stale = event(3, NOA, "yes", about=b"x" * 16)
    assert stage(TURNS, said, back, stale).stage is Stage.CHECK


def test_nobody_says_yes_for_the_other():
    said, back = event(1, NOA, "say"), event(2, SAM, "back", about=(1).to_bytes(16, "big"))
    assert stage(TURNS, said, back, event(3, SAM, "yes", about=back.id)).stage is Stage.CHECK


def test_who_has_nothing_to_say_hands_the_floor_on():
    found = stage(TURNS, event(1, NOA, "pass"))
    assert (found.stage, found.speaker) == (Stage.SAY, SAM)


def test_in_a_plain_talk_both_may_write_at_any_time():
    found = stage(PLAIN, event(1, SAM, "say"), event(2, NOA, "say"))
    assert found.stage is Stage.PLAIN
    assert rules.allowed_acts(found, PLAIN, NOA) == rules.allowed_acts(found, PLAIN, SAM) == ("say",)


def test_on_one_device_the_author_writes_in_both_voices():
    found = stage(ONE, event(1, NOA, "say"))
    assert rules.find_actor(found, ONE) == SAM
    back = event(2, NOA, "back", voice=1, about=(1).to_bytes(16, "big"))
    assert stage(ONE, event(1, NOA, "say"), back).stage is Stage.CHECK


def test_a_pause_holds_until_its_maker_or_its_time_ends_it():
    pause = event(1, NOA, "pause", until=100)
    assert stage(TURNS, pause).stage is Stage.PAUSED
    assert stage(TURNS, pause, event(2, SAM, "on", at=99)).stage is Stage.PAUSED
    assert stage(TURNS, pause, event(2, SAM, "on", at=100)).stage is Stage.SAY
    assert stage(TURNS, pause, event(2, NOA, "on", at=3)).stage is Stage.SAY
    assert rules.may_go_on(pause, NOA, 0)
    assert not rules.may_go_on(pause, SAM, 99)


def test_of_two_pauses_the_longer_one_holds():
    short, long = event(1, NOA, "pause", until=50), event(2, SAM, "pause", until=90)
    assert stage(TURNS, short, long).pause == long
    assert stage(TURNS, short, long, event(3, NOA, "on", at=60)).stage is Stage.PAUSED


def test_closed_is_closed_whatever_else_there_is():
    found = stage(TURNS, event(1, NOA, "say"), closed=True)
    assert found.stage is Stage.CLOSED
    assert rules.allowed_acts(found, TURNS, SAM) == ()


def test_places_of_turns_never_meet():
    both = [rules.place_of_turn(b"t" * 16, who, number) for who in (NOA, SAM) for number in range(200)]
    assert len(set(both)) == 400


# Any interleaving

whats = st.sampled_from(["say", "back", "yes", "not", "pass", "pause", "on"])
moves = st.lists(st.tuples(st.sampled_from([NOA, SAM]), whats, st.integers(0, 5)), max_size=30)
courses = st.sampled_from([TURNS, PLAIN, ONE])


def played(setup, moved):
    """Both write, each seeing only what was there some moves ago: what they answer may be old."""
    events: list[Event] = []
    for number, (who, act, behind) in enumerate(moved, 1):
        seen = events[: max(0, len(events) - behind)]
        before = rules.derive_state(setup, seen, closed=False)
        about = before.back if act in ("yes", "not") else before.said
        events.append(
            event(
                number,
                who,
                act,
                step=rules.next_step(seen),
                about=about.id if about else b"",
                until=number + 3,
            )
        )
    return events


@given(courses, moves, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_both_the_same(setup, moved, dice):
    events = played(setup, moved)
    shuffled = list(events)
    dice.shuffle(shuffled)
    assert stage(setup, *events) == stage(setup, *shuffled)


@given(courses, moves)
def test_nothing_that_was_said_is_ever_lost(setup, moved):
    events = played(setup, moved)
    found = stage(setup, *events)
    assert sorted(one.id for one in found.order) == sorted(one.id for one in events)
    if setup.way == "turns":
        paused_away = {one.id for one in events if one.act == "say"}
        assert paused_away == set(found.marks)


@given(courses, moves)
def test_what_was_heard_before_what_answers_it(setup, moved):
    events = played(setup, moved)
    order = [one.id for one in stage(setup, *events).order]
    for one in events:
        if one.about:
            assert order.index(one.about) < order.index(one.id)


@given(courses, moves)
def test_somebody_can_always_do_something(setup, moved):
    found = stage(setup, *played(setup, moved))
    if found.stage is Stage.PAUSED:
        assert rules.may_go_on(found.pause, found.pause.author, 0)
    else:
        assert rules.allowed_acts(found, setup, NOA) or rules.allowed_acts(found, setup, SAM)


@given(courses, moves)
def test_each_act_that_is_offered_moves_the_talk_on(setup, moved):
    events = played(setup, moved)
    found = stage(setup, *events)
    for me in (NOA, SAM):
        for act in rules.allowed_acts(found, setup, me):
            if found.stage is Stage.PLAIN:
                continue
            whose = rules.find_actor(found, setup)
            about = found.back if act in ("yes", "not") else found.said
            turn = event(
                500, me, act, step=rules.next_step(events), about=about.id if about else b"",
                voice=int(setup.devices == "one" and whose != me),
            )  # fmt: skip
            after = stage(setup, *events, turn)
            assert (after.stage, after.speaker, after.said, after.back) != (
                found.stage, found.speaker, found.said, found.back,
            )  # fmt: skip
