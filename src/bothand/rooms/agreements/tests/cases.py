"""How the harness reaches the pages and forms of agreements."""

from typing import Final

import msgspec

from bothand.domain.agreements import Agreement
from bothand.domain.needs import Need, Needs
from bothand.kit import agreement_store
from bothand.kit.tests.cases import Data, FormCase, Kwargs, Line, PageCase, Stage, Words
from bothand.rooms.agreements.forms import ChangeForm, ReviewForm, WriteForm
from bothand.rooms.agreements.gains.pages import GainsPage
from bothand.rooms.agreements.matters.forms import NewForm, NowForm, OptionForm, QuestionForm, WordsForm
from bothand.rooms.agreements.matters.pages import (
    BothWordsPage,
    MatterPage,
    NewPage,
    NowPage,
    OptionsPage,
    WordsPage,
)
from bothand.rooms.agreements.matters.records import Matter, Voice, questions_digest, voice_id
from bothand.rooms.agreements.packages.forms import SeeForm
from bothand.rooms.agreements.packages.pages import FoundPage, WaitingPage
from bothand.rooms.agreements.pages import AgreementPage, AlonePage, ChangePage, EndPage, ListPage, WritePage
from bothand.rooms.agreements.ratings.forms import RateForm, TapForm
from bothand.rooms.agreements.ratings.pages import RatePage, SuitPage
from bothand.rooms.agreements.ratings.records import frame_digest, option_key
from bothand.rooms.agreements.tests import scenes
from bothand.vault.randomness import new_id

# What is of both can be read while locked; alone one is told what this needs, or finds nothing at an address of something.
ALONE: Final = (200, 200, 200)
GONE: Final = (404, 404, 404)
LIST: Final = Line(
    owner=(200, 200, 405), locked=(200, 200, 405), anonymous=(302, 302, 405), alone=(200, 200, 405)
)
TYPE: Final = Line(owner=(200, 200, 422), locked=(200, 200, 403), anonymous=(302, 302, 403), alone=ALONE)
OWN: Final = Line(
    owner=(200, 200, 405), locked=(403, 403, 405), anonymous=(302, 302, 405), alone=(200, 200, 405)
)
READ_AT: Final = Line(owner=(404, 404, 405), locked=(404, 404, 405), anonymous=(302, 302, 405))
OWN_AT: Final = Line(
    owner=(404, 404, 405), locked=(403, 403, 405), anonymous=(302, 302, 405), alone=(404, 404, 405)
)
TYPE_AT: Final = Line(owner=GONE, locked=(403, 403, 403), anonymous=(302, 302, 403), alone=GONE)
PRESS_ONE: Final = Line(owner=(405, 405, 404), locked=(405, 405, 403), anonymous=(405, 405, 403))


def some(stage: Stage) -> Kwargs:
    """Something of each sort."""
    scenes.agreed(stage)
    scenes.agreed(stage, waits=True)
    scenes.matter(stage)
    return {}


def some_past(stage: Stage) -> Kwargs:
    """One that ended, one put aside."""
    agreement_store.end_agreement(stage.both, scenes.agreed(stage), stage.today)
    agreement_store.list_record(stage.both, "aside", scenes.matter(stage))
    return {}


def settled(stage: Stage) -> Kwargs:
    """An agreement that came of answers."""
    scenes.settled(stage)
    return {}


def ready(stage: Stage) -> Kwargs:
    """A matter that can be rated."""
    return {"hex_id": scenes.matter(stage).hex()}


def said_mine(stage: Stage) -> Kwargs:
    """A matter about which I said my words, and the other nothing: my part is done."""
    return {"hex_id": scenes.said(stage).hex()}


def over(stage: Stage) -> Kwargs:
    """A matter of which an agreement came."""
    return {"hex_id": scenes.settled(stage).hex()}


def on_the_way(stage: Stage) -> Kwargs:
    """A matter about which I answered the first questions, and stopped."""
    return {"hex_id": scenes.on_the_way(stage).hex()}


def shown(stage: Stage) -> Kwargs:
    """A matter of which something came out, and both show how well it suits them."""
    return {"hex_id": scenes.shown(stage).hex()}


def tapped(stage: Stage, _words: Words) -> Data:
    """One more private answer."""
    begun = agreement_store.find_index(stage.both).matters
    frame = scenes.frame(stage, begun[-1]).hex() if begun else ""
    return {"at": "0-1", "step": "3", "round": "0", "frame": frame}


def bar_shown(stage: Stage, _words: Words) -> Data:
    """How well it suits me, shown."""
    begun = agreement_store.find_index(stage.both).matters
    return {"act": "show", "topic": scenes.topic(stage, begun[-1]).hex() if begun else ""}


def written_twice(stage: Stage) -> Kwargs:
    """A matter about which I wrote other words in another window meanwhile."""
    matter_id = scenes.matter(stage)
    there = stage.both.get(Voice, voice_id(matter_id, stage.account))
    stage.both.replace(there, msgspec.structs.replace(there.record, fears="That we say yes too fast."))
    return {"hex_id": matter_id.hex()}


def with_needs(stage: Stage) -> Kwargs:
    """A matter about time that I answered, beside two of my needs; one is met by a way that I called bad."""
    matter_id = scenes.rated(stage, both=False)
    there = stage.both.get(Matter, matter_id)
    stage.both.replace(there, msgspec.structs.replace(there.record, area="time"))
    question = there.record.questions[0]
    way = option_key(matter_id, question.name, question.options[0].text)
    held = (
        Need(id=new_id(), words="an evening in which nobody needs me", area="time", ways=(way,)),
        Need(id=new_id(), words="sleep before midnight", area="time"),
    )
    known = stage.mine.only(Needs)
    if known is None:
        stage.mine.add(Needs(held=held))
    else:
        stage.mine.replace(known, Needs(held=held))
    return {"hex_id": matter_id.hex()}


def answered(stage: Stage) -> Kwargs:
    """A matter of which something came out."""
    return {"hex_id": scenes.rated(stage).hex()}


def agreed(stage: Stage) -> Kwargs:
    """An agreement that holds, with a review that is due."""
    agreement_id = scenes.agreed(stage)
    agreement_store.set_review(stage.both, agreement_id, stage.today)
    return {"hex_id": agreement_id.hex()}


def suggested(stage: Stage) -> Kwargs:
    """One that the partner suggests."""
    return {"hex_id": scenes.suggested(stage).hex()}


def new_title(_stage: Stage, words: Words) -> Data:
    """Something new."""
    return {"id": new_id().hex(), "starter": "", "title": words("title"), "area": "time"}


def new_words(_stage: Stage, words: Words) -> Data:
    """An agreement in own words."""
    return {"id": new_id().hex(), "title": words("title"), "text": words("text")}


def said(_stage: Stage, words: Words) -> Data:
    """Words about a matter."""
    return {
        "revision": "1",
        "serious": "a lot",
        "changeable": "partly",
        "gives": words("gives"),
        "fears": words("fears"),
        "heard": words("heard"),
    }


def one_question(_stage: Stage, words: Words) -> Data:
    """One more question."""
    return {"act": "question", "question": words("question")}


def one_way(_stage: Stage, words: Words) -> Data:
    """One more way."""
    return {
        "act": "option",
        "of": "Phones at supper?",
        "option": words("option"),
        "for_other": "on",
    }


def today_marked(stage: Stage, _words: Words) -> Data:
    """Other marks of today."""
    latest = _latest(stage)
    return {} if latest is None else {"at": "0", "now": "1", "of": questions_digest(latest).hex()}


def _latest(stage: Stage) -> Matter | None:
    """The matter that was prepared last, if one was."""
    begun = agreement_store.find_index(stage.both).matters
    return stage.both.get(Matter, begun[-1]).record if begun else None


def ratings(stage: Stage, _words: Words) -> Data:
    """Private answers."""
    latest = _latest(stage)
    if latest is None:
        return {}
    frame = frame_digest(questions_digest(latest), scenes.NOW)
    answers = {
        "weight0": "3", "rating0_0": "0", "rating0_1": "2", "rating0_2": "4", "never0": "0",
        "weight1": "1", "rating1_0": "2", "rating1_1": "3", "never1": "-1",
        "one0": "0-2", "other0": "1-1", "step0": "8",
    }  # fmt: skip
    return {"frame": frame.hex(), "round": "0", **answers}


def more_wanted(stage: Stage, _words: Words) -> Data:
    """To see three."""
    return {"want": "three", "topic": _topic(stage)}


def package_taken(stage: Stage, _words: Words) -> Data:
    """A yes to what came out."""
    return {"act": "yes", "package": "0", "topic": _topic(stage)}


def _topic(stage: Stage) -> str:
    begun = agreement_store.find_index(stage.both).matters
    return scenes.topic(stage, begun[-1]).hex() if begun else ""


def said_yes(stage: Stage, _words: Words) -> Data:
    """A yes to the one that waits."""
    found = stage.both.get(Agreement, agreement_store.find_index(stage.both).agreements[-1])
    return {"act": "yes", "version": found.record.versions[-1].hex()}


def other_words(_stage: Stage, words: Words) -> Data:
    """Another wording."""
    return {"text": words("text")}


def later(_stage: Stage, _words: Words) -> Data:
    """In half a year."""
    return {"when": "6"}


def put_aside(_stage: Stage, _words: Words) -> Data:
    """Put it aside."""
    return {"on": "1"}


def nothing_typed(_stage: Stage, _words: Words) -> Data:
    """A button."""
    return {}


PAGES = (
    PageCase(url="agreements_list", page=ListPage, prepare=some, paired=True),
    PageCase(url="agreements_list", page=AlonePage),
    PageCase(url="agreements_past", page=ListPage, prepare=some_past, paired=True),
    PageCase(url="agreements_new", page=NewPage, query="idea=screens", paired=True),
    PageCase(url="agreements_new", page=NewPage, query="idea=child", paired=True),
    PageCase(url="agreements_write", page=WritePage, paired=True),
    PageCase(url="agreements_giving", page=GainsPage, prepare=settled, paired=True),
    PageCase(url="agreements_matter", page=MatterPage, prepare=said_mine, paired=True),
    PageCase(url="agreements_matter", page=MatterPage, prepare=over, paired=True),
    PageCase(url="agreements_matter", page=MatterPage, prepare=ready, query="all=1", paired=True),
    PageCase(url="agreements_words", page=WordsPage, prepare=ready, query="at=serious", paired=True),
    PageCase(url="agreements_words", page=WordsPage, prepare=ready, query="at=gives", paired=True),
    PageCase(url="agreements_words", page=WordsPage, prepare=ready, query="at=back", paired=True),
    PageCase(url="agreements_options", page=OptionsPage, prepare=ready, paired=True),
    PageCase(url="agreements_now", page=NowPage, prepare=ready, paired=True),
    PageCase(url="agreements_suits", page=SuitPage, prepare=ready, paired=True),
    PageCase(url="agreements_suits", page=SuitPage, prepare=on_the_way, paired=True),
    PageCase(url="agreements_rate", page=RatePage, prepare=ready, paired=True),
    PageCase(url="agreements_rate", page=RatePage, prepare=with_needs, paired=True),
    PageCase(url="agreements_found", page=WaitingPage, prepare=with_needs, paired=True),
    PageCase(url="agreements_found", page=FoundPage, prepare=answered, paired=True),
    PageCase(url="agreements_found", page=FoundPage, prepare=shown, paired=True),
    PageCase(url="agreements_one", page=AgreementPage, prepare=agreed, paired=True),
    PageCase(url="agreements_change", page=ChangePage, prepare=agreed, paired=True),
    PageCase(url="agreements_end", page=EndPage, prepare=agreed, paired=True),
)
FORMS = (
    FormCase(url="agreements_new", form=NewForm, data=new_title, paired=True),
    FormCase(url="agreements_write", form=WriteForm, data=new_words, paired=True),
    FormCase(url="agreements_words", form=WordsForm, prepare=ready, data=said, paired=True),
    FormCase(
        url="agreements_words",
        form=WordsForm,
        prepare=written_twice,
        data=said,
        shows=BothWordsPage,
        paired=True,
    ),
    FormCase(url="agreements_options", form=QuestionForm, prepare=ready, data=one_question, paired=True),
    FormCase(url="agreements_options", form=OptionForm, prepare=ready, data=one_way, paired=True),
    FormCase(url="agreements_now", form=NowForm, prepare=ready, data=today_marked, paired=True),
    FormCase(url="agreements_aside", form=None, prepare=ready, data=put_aside, paired=True),
    FormCase(url="agreements_suits", form=TapForm, prepare=on_the_way, data=tapped, paired=True, unseen=True),
    FormCase(url="agreements_show", form=None, prepare=answered, data=bar_shown, paired=True),
    FormCase(url="agreements_rate", form=RateForm, prepare=ready, data=ratings, paired=True, unseen=True),
    FormCase(
        url="agreements_see", form=SeeForm, prepare=answered, data=more_wanted, paired=True, unseen=True
    ),
    FormCase(
        url="agreements_take", form=None, prepare=answered, data=package_taken, paired=True, unseen=True
    ),
    FormCase(url="agreements_yes", form=None, prepare=suggested, data=said_yes, paired=True, unseen=True),
    FormCase(url="agreements_change", form=ChangeForm, prepare=agreed, data=other_words, paired=True),
    FormCase(url="agreements_end", form=None, prepare=agreed, data=nothing_typed, paired=True),
    FormCase(url="agreements_review", form=ReviewForm, prepare=agreed, data=later, paired=True),
)
ACTORS = {
    "agreements_list": LIST,
    "agreements_past": LIST,
    "agreements_new": TYPE,
    "agreements_write": TYPE,
    "agreements_giving": OWN,
    "agreements_matter": READ_AT,
    "agreements_words": TYPE_AT,
    "agreements_options": TYPE_AT,
    "agreements_now": TYPE_AT,
    "agreements_aside": PRESS_ONE,
    "agreements_suits": TYPE_AT,
    "agreements_rate": TYPE_AT,
    "agreements_found": OWN_AT,
    "agreements_show": PRESS_ONE,
    "agreements_see": PRESS_ONE,
    "agreements_take": PRESS_ONE,
    "agreements_one": READ_AT,
    "agreements_yes": PRESS_ONE,
    "agreements_change": TYPE_AT,
    "agreements_end": TYPE_AT,
    "agreements_review": PRESS_ONE,
}
