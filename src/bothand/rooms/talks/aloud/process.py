"""Pure: two conversations that are held aloud, and who says what in which order.

*Talk aloud* is the speaker-listener technique (Markman, Stanley and Blumberg, *Fighting for Your Marriage*, 1994) without a
record. *Only ears* is about trouble from outside the two: one tells, the other says back and asks what would help, as the
couples coping enhancement training has it (Bodenmann and Shantinath, *Family Relations* 53, 2004).
"""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bothand.shell.process import Process, Step


@dataclass(frozen=True, slots=True)
class Round:
    """How many steps of a round are behind both."""

    passed: int = 0


@dataclass(frozen=True, slots=True)
class Spoken:
    """What one says in a step. `speaks` says whether it is the one who began the round; `prompts` are read by both."""

    speaks: bool
    prompts: tuple[Promise, ...]


def _make_round(*named: tuple[str, Promise, Promise]) -> Process[Round]:
    steps = []
    for number, (key, title, about) in enumerate(named):

        def is_behind(state: Round, number: int = number) -> bool:
            return state.passed > number

        steps.append(Step[Round](key=key, title=title, about=about, done=is_behind, turn="both"))
    return Process(tuple(steps))


ALOUD: Final = _make_round(
    ("speak", _("One speaks"), _("One of you says one thing.")),
    ("back", _("Say it back"), _("The other says back what they heard.")),
    ("check", _("Is that right?"), _("The one who spoke says whether that was it.")),
    ("swap", _("Swap"), _("You swap, or you stop.")),
)
EARS: Final = _make_round(
    ("tell", _("One tells"), _("One of you tells of trouble from outside.")),
    ("heard", _("Say it back"), _("The other says back what they heard.")),
    ("help", _("What would help?"), _("The other asks, and gives just that.")),
    ("swap", _("Swap"), _("You swap, or you stop.")),
)
SPOKEN: Final = {
    "speak": Spoken(
        True,
        (
            _("Say one thing, in a few sentences."),
            _("Say what happened, how it felt, and what you wish for."),
            _("Start with “I”. The other only listens."),
        ),
    ),
    "back": Spoken(
        False,
        (
            _("Say back only what you heard, and how it feels for the other."),
            _("Your own side comes later."),
        ),
    ),
    "check": Spoken(
        True, (_("Say yes if that was it."), _("If not, say what is missing. Then hear it once more."))
    ),
    "tell": Spoken(
        True,
        (
            _("Tell of something hard from outside the two of you: work, family, a friend."),
            _("What happened? What was worst about it?"),
            _("Take about three minutes."),
        ),
    ),
    "heard": Spoken(
        False,
        (
            _("Say back what you heard, and the feeling you heard in it."),
            _("No advice yet."),
        ),
    ),
    "help": Spoken(
        False,
        (
            _("Ask: what would help, an ear, a hand, or an idea?"),
            _("Then give just that."),
        ),
    ),
    "swap": Spoken(True, (_("Now the other one speaks, if you both like. Or stop here."),)),
}
