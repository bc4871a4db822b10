"""From a session to what is shown of it."""

from django.utils.translation import gettext

from bothand.content.sessions import Session, load_exercises
from bothand.kit import texts


def find_session(session_id: str) -> Session | None:
    """The session with this id, in the language of the page; None for one that is not among the texts any more."""
    return next((one for one in load_exercises(texts.text_language()) if one.id == session_id), None)


def find_title(session_id: str) -> str:
    """How a session is called."""
    found = find_session(session_id)
    return gettext("An earlier session") if found is None else found.title
