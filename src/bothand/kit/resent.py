"""A line with a form and no page of its own, sent once more with other words: it is the same line, and both wordings are shown.

Whoever comes back to the form finds it empty (`form_ids.find_made`). A page that a browser kept, with the words still in it, can
be sent again all the same: then one chooses whether the new words stand instead of the old, or beside them.
"""

from typing import Final, TypeVar

import msgspec

from bothand.kit.fields import FreshId, Revision
from bothand.shell.forms import Form
from bothand.shell.parts import Hidden
from bothand.vault.body import Opened
from bothand.vault.errors import Conflict, Missing
from bothand.vault.randomness import new_id
from bothand.vault.records import Dated
from bothand.vault.space import Space

D = TypeVar("D", bound=Dated)
BOTH: Final = "both"


class ResentForm(Form):
    """The parent of such a form. Of its fields only `id` stands in it; the page with both wordings sends the others.

    second    the id of a line beside the first
    revision  the line that the words are to stand instead of, as it was shown
    """

    id = FreshId()
    second = FreshId()
    revision = Revision()


def save_line(space: Space, line: D, form: ResentForm, keep: str) -> Opened[D] | None:
    """Keep a line of one's own; None when that was done, else the line with other words that lies under the form's id.

    `keep` is what was chosen between two wordings, "" before. Raises DidNotOpen, NewerVersion.
    """
    line_id, revision = form.cleaned_data["id"], form.cleaned_data["revision"]
    try:
        if keep == BOTH:
            space.add(line, form.cleaned_data["second"])
        elif revision:
            old = space.get(type(line), line_id)
            space.replace(old.seen_at(revision), msgspec.structs.replace(line, day=old.record.day))
        else:
            space.add(line, line_id)
    except Missing:
        space.add(line)  # the first was deleted while somebody chose
    except Conflict as conflict:
        there = conflict.theirs
        if there is None or not isinstance(there.record, type(line)):
            space.add(line)
        elif there.record != msgspec.structs.replace(line, day=there.record.day):
            found: Opened[D] = there
            return found
    return None


def hide_choice(there: Opened[D]) -> tuple[Hidden, ...]:
    """The fields of a page with both wordings that say which line is meant."""
    return (
        Hidden(name="id", value=there.hex),
        Hidden(name="second", value=new_id().hex()),
        Hidden(name="revision", value=str(there.revision)),
    )
