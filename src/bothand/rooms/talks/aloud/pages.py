"""The page of a conversation that is held aloud."""

from typing import ClassVar, Literal

from django.utils.functional import Promise

from bothand.rooms.talks.pages import TAB, Text
from bothand.shell.page import Place, Space, page
from bothand.shell.process_page import ProcessPage


@page("talks/aloud.html")
class AloudPage(ProcessPage):
    """One step of a conversation that is held aloud; nothing of it is kept.

    stage    before it begins, in a step, in a break, or at its end
    begin    where the form goes that locks and begins
    ears     whether it is *Only ears*
    speaker  who speaks now, `listener` who listens; by name, since both look at one phone
    mine     whether the speaker is the one whose phone it is
    onward   where the next step is, `pause` the break, `end` the end, `swap` the round of the other; "" for none
    """

    tab: ClassVar[str | Promise] = TAB
    place: ClassVar[Place] = "ours"
    space: ClassVar[Space] = "ours"

    stage: Literal["begin", "step", "break", "end"]
    ears: bool
    begin: str = ""
    speaker: str = ""
    listener: str = ""
    mine: bool = True
    prompts: tuple[Text, ...] = ()
    onward: str = ""
    pause: str = ""
    end: str = ""
    swap: str = ""
