"""How the harness reaches the pages and forms of *growth*."""

from bothand.rooms.growth import pages, scenes
from bothand.rooms.growth.forms import (
    EntryForm,
    FitForm,
    GoalForm,
    OfferForm,
    ShareForm,
    StepForm,
    SupportForm,
)
from bothand.rooms.kit.cases import (
    DELETE,
    EDIT,
    LOOK,
    LOOK_AT,
    PRESS_AT,
    WRITE,
    WRITE_AT,
    FormCase,
    Line,
    PageCase,
)

SHARED = scenes.said_once
PAGES = (
    PageCase(url="growth_list", page=pages.ListPage, prepare=scenes.some_goals),
    PageCase(url="growth_list", page=pages.ListPage, prepare=scenes.both_ways, paired=True),
    PageCase(url="growth_before", page=pages.AwayPage, prepare=scenes.some_goals),
    PageCase(url="growth_new", page=pages.WriteGoalPage),
    PageCase(url="growth_edit", page=pages.WriteGoalPage, prepare=scenes.one_goal),
    PageCase(url="growth_goal", page=pages.GoalPage, prepare=scenes.one_goal),
    PageCase(url="growth_goal", page=pages.GoalPage, prepare=scenes.shared_goal, paired=True),
    PageCase(url="growth_delete", page=pages.DeletePage, prepare=scenes.one_goal),
    PageCase(url="growth_write", page=pages.EntryPage, prepare=scenes.one_goal),
    PageCase(url="growth_entry", page=pages.EntryPage, prepare=scenes.one_entry),
    PageCase(url="growth_entry_delete", page=pages.DeletePage, prepare=scenes.one_entry),
    PageCase(url="growth_support", page=pages.SupportPage, prepare=scenes.one_goal),
    PageCase(url="growth_share", page=pages.SharePage, prepare=scenes.shared_goal, paired=True),
    PageCase(url="growth_withdraw", page=pages.WithdrawPage, prepare=scenes.shared_goal, paired=True),
    PageCase(url="growth_fit", page=pages.FitPage, prepare=scenes.offered_to_me, paired=True),
    PageCase(url="growth_fits", page=pages.FitsPage, prepare=scenes.said_often),
    PageCase(url="growth_fit_delete", page=pages.DeletePage, prepare=scenes.said_once),
    PageCase(url="growth_theirs", page=pages.TheirsPage, prepare=scenes.their_goal, paired=True),
    PageCase(url="growth_theirs", page=pages.TheirsPage, prepare=scenes.declined, paired=True),
)
FORMS = (
    FormCase(url="growth_new", form=GoalForm, data=scenes.a_goal),
    FormCase(url="growth_edit", form=GoalForm, prepare=scenes.one_goal, data=scenes.a_goal),
    FormCase(
        url="growth_edit",
        form=GoalForm,
        prepare=scenes.goal_written_twice,
        data=scenes.a_goal,
        shows=pages.TwoGoalsPage,
    ),
    FormCase(url="growth_delete", form=None, prepare=scenes.one_goal, data=scenes.first_revision),
    FormCase(url="growth_away", form=None, prepare=scenes.one_goal, data=scenes.put_away),
    FormCase(url="growth_step", form=StepForm, prepare=scenes.one_goal, data=scenes.a_text),
    FormCase(url="growth_tick", form=None, prepare=scenes.goal_with_a_step_to_do, data=scenes.a_step),
    FormCase(url="growth_write", form=EntryForm, prepare=scenes.one_goal, data=scenes.a_text),
    FormCase(url="growth_entry", form=EntryForm, prepare=scenes.one_entry, data=scenes.a_text),
    FormCase(
        url="growth_entry",
        form=EntryForm,
        prepare=scenes.entry_written_twice,
        data=scenes.a_text,
        shows=pages.TwoEntriesPage,
    ),
    FormCase(url="growth_entry_delete", form=None, prepare=scenes.one_entry, data=scenes.first_revision),
    FormCase(url="growth_support", form=SupportForm, prepare=scenes.one_goal, data=scenes.what_fits),
    FormCase(
        url="growth_support",
        form=SupportForm,
        prepare=scenes.wanted_twice,
        data=scenes.what_fits,
        shows=pages.TwoWantedPage,
    ),
    FormCase(url="growth_share", form=ShareForm, prepare=scenes.one_goal, data=scenes.sharing, paired=True),
    FormCase(
        url="growth_withdraw", form=None, prepare=scenes.shared_goal, data=scenes.nothing_typed, paired=True
    ),
    FormCase(url="growth_end", form=None, prepare=scenes.shared_goal, data=scenes.ending, paired=True),
    FormCase(
        url="growth_fit", form=FitForm, prepare=scenes.offered_to_me, data=scenes.how_it_was, paired=True
    ),
    FormCase(url="growth_fit_delete", form=None, prepare=scenes.said_once, data=scenes.first_revision),
    FormCase(url="growth_theirs", form=OfferForm, prepare=scenes.declined, data=scenes.offering, paired=True),
    FormCase(
        url="growth_offer_back", form=None, prepare=scenes.my_offer, data=scenes.nothing_typed, paired=True
    ),
)
_OF_TWO = Line(
    owner=(404, 404, 404), locked=(404, 404, 403), anonymous=(302, 302, 403), alone=(404, 404, 404)
)
ACTORS = {
    "growth_list": LOOK,
    "growth_before": LOOK,
    "growth_fits": LOOK,
    "growth_new": WRITE,
    "growth_edit": EDIT,
    "growth_goal": LOOK_AT,
    "growth_delete": DELETE,
    "growth_away": PRESS_AT,
    "growth_step": PRESS_AT,
    "growth_tick": PRESS_AT,
    "growth_write": EDIT,
    "growth_entry": EDIT,
    "growth_entry_delete": DELETE,
    "growth_support": WRITE_AT,
    "growth_share": WRITE_AT,
    "growth_withdraw": WRITE_AT,
    "growth_end": PRESS_AT,
    "growth_fit": WRITE_AT,
    "growth_fit_delete": DELETE,
    "growth_theirs": _OF_TWO,
    "growth_offer_back": PRESS_AT,
}
