"""The place of the partner's name in a text."""

from typing import Final

PLACE: Final = "{name}"


def with_name(text: str, name: str) -> str:
    """The text with the partner's name in its place. The name is never read as anything but a name.

    >>> with_name("I told {name} the truth.", "Sam")
    'I told Sam the truth.'
    """
    # As it is shown: what is written from the right is held apart from the sentence around it.
    return text.replace(PLACE, str(name))


def check_name_places(text: str, alone: str | None) -> None:
    """Refuse braces that are no name's place, and a name in a wording for one person alone. Raises ValueError."""
    for wording in (text, alone or ""):
        if any(brace in wording.replace(PLACE, "") for brace in "{}"):
            raise ValueError(f"the only place that can be filled is {PLACE}")
    if alone and PLACE in alone:
        raise ValueError("the wording for one person alone names a partner")
