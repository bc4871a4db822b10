"""How the harness reaches the pages and forms of *goals*."""

from bothand.kit.tests.cases import (
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
from bothand.rooms.goals import pages
from bothand.rooms.goals.forms import EntryForm, GoalForm, StepForm
from bothand.rooms.goals.support import pages as support_pages
from bothand.rooms.goals.support.forms import FitForm, OfferForm, ShareForm, SupportWishForm
from bothand.rooms.goals.tests import scenes

SHARED = scenes.said_once
PAGES = (
    PageCase(url="goals_list", page=pages.ListPage, prepare=scenes.some_goals),
    PageCase(url="goals_list", page=pages.ListPage, prepare=scenes.both_ways, paired=True),
    PageCase(url="goals_archived", page=pages.ArchivePage, prepare=scenes.some_goals),
    PageCase(url="goals_new", page=pages.GoalFormPage),
    PageCase(url="goals_edit", page=pages.GoalFormPage, prepare=scenes.one_goal),
    PageCase(url="goals_show", page=pages.GoalPage, prepare=scenes.one_goal),
    PageCase(url="goals_show", page=pages.GoalPage, prepare=scenes.shared_goal, paired=True),
    PageCase(url="goals_delete", page=pages.DeletePage, prepare=scenes.one_goal),
    PageCase(url="goals_entry_new", page=pages.EntryFormPage, prepare=scenes.one_goal),
    PageCase(url="goals_entry", page=pages.EntryFormPage, prepare=scenes.one_entry),
    PageCase(url="goals_entry_delete", page=pages.DeletePage, prepare=scenes.one_entry),
    PageCase(url="goals_wish", page=support_pages.SupportWishPage, prepare=scenes.one_goal),
    PageCase(url="goals_share", page=support_pages.SharePage, prepare=scenes.shared_goal, paired=True),
    PageCase(url="goals_withdraw", page=support_pages.WithdrawPage, prepare=scenes.shared_goal, paired=True),
    PageCase(url="goals_fit", page=support_pages.FitFormPage, prepare=scenes.offered_to_me, paired=True),
    PageCase(url="goals_fits", page=support_pages.FitsPage, prepare=scenes.said_often),
    PageCase(url="goals_fit_delete", page=pages.DeletePage, prepare=scenes.said_once),
    PageCase(url="goals_partner", page=support_pages.PartnerGoalPage, prepare=scenes.their_goal, paired=True),
    PageCase(url="goals_partner", page=support_pages.PartnerGoalPage, prepare=scenes.declined, paired=True),
)
FORMS = (
    FormCase(url="goals_new", form=GoalForm, data=scenes.a_goal),
    FormCase(url="goals_edit", form=GoalForm, prepare=scenes.one_goal, data=scenes.a_goal),
    FormCase(
        url="goals_edit",
        form=GoalForm,
        prepare=scenes.goal_written_twice,
        data=scenes.a_goal,
        shows=pages.TwoGoalsPage,
    ),
    FormCase(url="goals_delete", form=None, prepare=scenes.one_goal, data=scenes.first_revision),
    FormCase(url="goals_archive", form=None, prepare=scenes.one_goal, data=scenes.put_away),
    FormCase(url="goals_step_add", form=StepForm, prepare=scenes.one_goal, data=scenes.a_text),
    FormCase(url="goals_step_tick", form=None, prepare=scenes.goal_with_a_step_to_do, data=scenes.a_step),
    FormCase(url="goals_entry_new", form=EntryForm, prepare=scenes.one_goal, data=scenes.a_text),
    FormCase(url="goals_entry", form=EntryForm, prepare=scenes.one_entry, data=scenes.a_text),
    FormCase(
        url="goals_entry",
        form=EntryForm,
        prepare=scenes.entry_written_twice,
        data=scenes.a_text,
        shows=pages.TwoEntriesPage,
    ),
    FormCase(url="goals_entry_delete", form=None, prepare=scenes.one_entry, data=scenes.first_revision),
    FormCase(url="goals_wish", form=SupportWishForm, prepare=scenes.one_goal, data=scenes.what_fits),
    FormCase(
        url="goals_wish",
        form=SupportWishForm,
        prepare=scenes.wanted_twice,
        data=scenes.what_fits,
        shows=support_pages.TwoWishesPage,
    ),
    FormCase(url="goals_share", form=ShareForm, prepare=scenes.one_goal, data=scenes.sharing, paired=True),
    FormCase(
        url="goals_withdraw", form=None, prepare=scenes.shared_goal, data=scenes.nothing_typed, paired=True
    ),
    FormCase(url="goals_offer_end", form=None, prepare=scenes.shared_goal, data=scenes.ending, paired=True),
    FormCase(
        url="goals_fit", form=FitForm, prepare=scenes.offered_to_me, data=scenes.how_it_was, paired=True
    ),
    FormCase(url="goals_fit_delete", form=None, prepare=scenes.said_once, data=scenes.first_revision),
    FormCase(url="goals_partner", form=OfferForm, prepare=scenes.declined, data=scenes.offering, paired=True),
    FormCase(
        url="goals_offer_withdraw", form=None, prepare=scenes.my_offer, data=scenes.nothing_typed, paired=True
    ),
)
_OF_TWO = Line(
    owner=(404, 404, 404), locked=(404, 404, 403), anonymous=(302, 302, 403), alone=(404, 404, 404)
)
ACTORS = {
    "goals_list": LOOK,
    "goals_archived": LOOK,
    "goals_fits": LOOK,
    "goals_new": WRITE,
    "goals_edit": EDIT,
    "goals_show": LOOK_AT,
    "goals_delete": DELETE,
    "goals_archive": PRESS_AT,
    "goals_step_add": PRESS_AT,
    "goals_step_tick": PRESS_AT,
    "goals_entry_new": EDIT,
    "goals_entry": EDIT,
    "goals_entry_delete": DELETE,
    "goals_wish": WRITE_AT,
    "goals_share": WRITE_AT,
    "goals_withdraw": WRITE_AT,
    "goals_offer_end": PRESS_AT,
    "goals_fit": WRITE_AT,
    "goals_fit_delete": DELETE,
    "goals_partner": _OF_TWO,
    "goals_offer_withdraw": PRESS_AT,
}
