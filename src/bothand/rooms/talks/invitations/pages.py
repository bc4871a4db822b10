"""The pages about invitations, a frozen type each."""

from typing import Literal

from bothand.rooms.talks.invitations.forms import AnswerForm, ChecklistForm, InvitationForm
from bothand.rooms.talks.pages import InvitationLine, JointPage, TalksPage
from bothand.shell.page import page


@page("talks/invitation.html")
class InvitationPage(JointPage):
    """An invitation. `rests`: whether the other said *not now* today, so that it waits until tomorrow."""

    form: InvitationForm
    rests: bool
    standing: bool
    unopened: int


@page("talks/answer.html")
class AnswerPage(TalksPage):
    """One's own list, and then *ready* or *not now*, which alone is seen.

    `to` stands for the invitation that was looked at; `hidden` says that a list was kept and is not shown.
    """

    invite: InvitationLine
    form: AnswerForm
    before: ChecklistForm
    answered: Literal["", "ready", "not"]
    to: str
    said: str
    hidden: bool
