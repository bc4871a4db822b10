"""The form of the ten ideals."""

from bothand.kit.fields import FreshId
from bothand.rooms.checkin.questions.forms import QuestionsForm


class IdealsForm(QuestionsForm):
    """The ten ideals with their answers; what is left open is skipped. The same form sent twice is kept once."""

    id = FreshId()
