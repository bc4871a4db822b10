"""What somebody typed in a form that did not come to its end: which of its fields are words, and which are secrets."""

import re

from django.http import HttpRequest

PATH_FIELD, MARK_FIELD, FILES_FIELD = "carry_path", "carry_mark", "carry_files"
NEVER = frozenset({"csrfmiddlewaretoken", "mark", PATH_FIELD, MARK_FIELD, FILES_FIELD})
_NO_WORDS = re.compile(r"[\d:.\-]*|[0-9a-f]{32}|[0-9a-f]{64}|\w{0,2}")
"""Numbers, days, hours, ids, marks and ticks."""

_SECRET = re.compile(
    r"password|passphrase|passkey|secret|(?:^|[^a-z])(?:pin|code)(?:[^a-z]|$)", re.IGNORECASE
)


def is_secret(name: str) -> bool:
    """Whether a field of this name holds a secret and so is never carried.

    >>> [is_secret(name) for name in ("password", "passkey", "pin", "pin2", "recovery_code", "opinion")]
    [True, True, True, True, True, False]
    """
    return _SECRET.search(name) is not None


def words_of(request: HttpRequest) -> tuple[str, ...]:
    """What a POST brought that may be somebody's words, in the order of the form; secrets never."""
    if request.method != "POST":
        return ()
    typed = (
        value.replace("\0", "").strip()
        for name, values in request.POST.lists()
        if name not in NEVER and not is_secret(name)
        for value in values
    )
    return tuple(one for one in typed if not _NO_WORDS.fullmatch(one))
