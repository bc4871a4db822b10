"""Pure: words in a sentence that often make the other defend rather than listen. Offered, never counted.

A talk that starts with blame tends to end as it began: in 124 newlywed couples the first three minutes of a conflict told
much of how the marriage went in the six years after (Carrère and Gottman 1999, Family Process 38, 293-301). What this looks
for are all-or-nothing words and *you are*, the plainest signs of a complaint about a person instead of about a thing.
The words are those of English; other languages find nothing.
"""

import re
from typing import Final

_HARD_WORDS: Final = re.compile(
    r"\b(always|never|everything|nothing|constantly|every single time|you are|you're|you make me|your fault)\b",
    re.IGNORECASE,
)
MOST_HARD_WORDS: Final = 4


def find_hard_words(text: str) -> tuple[str, ...]:
    """The first few such words, each once, as they stand there.

    >>> find_hard_words("You never call. You NEVER do.")
    ('never',)
    >>> find_hard_words("I felt alone on Monday.")
    ()
    """
    found = dict.fromkeys(one.group(0).lower() for one in _HARD_WORDS.finditer(text.replace("’", "'")))
    return tuple(found)[:MOST_HARD_WORDS]
