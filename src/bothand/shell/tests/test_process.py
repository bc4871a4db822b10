"""A process says where its reader is, and in a sealed step the same whatever the other does."""

from dataclasses import dataclass, replace
from typing import ClassVar

import pytest

from bothand.accounts.partner import Partner
from bothand.accounts.preferences import Settings
from bothand.accounts.visitor import Visitor
from bothand.shell.page import Space, render
from bothand.shell.process import Place, Process, Step
from bothand.shell.process_page import PartDonePage, ProcessPage, present_course
from bothand.shell.tests.paths import walk_every_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Tea:
    """Two make tea: each says which, alone; then one pours."""

    chosen: bool = False
    met: bool = False
    poured: bool = False
    mine_to_pour: bool = True


TEA = Process[Tea](
    (
        Step(
            key="choose",
            title="Choose",
            about="Each says which tea.",
            done=lambda one: one.chosen,
            sealed=True,
        ),
        Step(
            key="pour",
            title="Pour",
            about="One of you pours.",
            ready=lambda one: one.met,
            done=lambda one: one.poured,
            turn="both",
            shows="The tea is on the table.",
        ),
    )
)


class Shown(ProcessPage):
    template: ClassVar[str] = "shell/process.html"
    space: ClassVar[Space] = "ours"


LAST = Step[Tea](key="drink", title="Drink", ready=lambda one: one.met, done=lambda one: one.poured)


def course(state: Tea, process: Process[Tea] = TEA, shown: Place[Tea] | None = None):
    return present_course(process, process.find_place(state), title="Tea", partner="Sam", shown=shown)


def act(mine: Tea, theirs: Tea, key: str) -> tuple[Tea, Tea]:
    if key == "pour":
        return replace(mine, poured=True), replace(theirs, poured=True)
    mine = replace(mine, chosen=True)
    met = mine.chosen and theirs.chosen
    return replace(mine, met=met), replace(theirs, met=met)


def test_it_comes_to_its_end_whoever_acts_first():
    seen = walk_every_path(TEA, (Tea(), Tea()), act)
    assert seen == {("choose", False), ("choose", True), ("pour", False)}


def test_it_finds_a_path_on_which_nobody_can_go_on():
    with pytest.raises(AssertionError, match="nobody can go on"):
        walk_every_path(TEA, (Tea(), Tea()), lambda mine, theirs, _key: (replace(mine, chosen=True), theirs))


def test_the_first_step_that_is_not_done_is_where_one_is():
    assert TEA.find_place(Tea()) == Place(TEA.steps[0], 0)
    assert TEA.find_place(Tea(chosen=True)) == Place(TEA.steps[0], 0, waits=True)
    assert TEA.find_place(Tea(chosen=True, met=True)) == Place(TEA.steps[1], 1)
    assert TEA.find_place(Tea(chosen=True, met=True, poured=True)).over


def test_one_can_look_back_and_not_ahead():
    reached = TEA.find_place(Tea(chosen=True, met=True))
    assert TEA.look_back("choose", reached).step.key == "choose"
    assert TEA.look_back("pour", TEA.find_place(Tea())).step.key == "choose"
    assert TEA.look_back("nothing", reached) == reached


def test_a_sealed_step_reads_the_same_before_and_after_my_part():
    before, after = course(Tea()), course(Tea(chosen=True))
    assert before.turn == after.turn == "each of you, on your own"
    assert [mark.stands for mark in before.marks] == ["now", ""]
    assert [mark.stands for mark in after.marks] == ["waits", ""]


@pytest.mark.parametrize("wrong", [{"turn": "both"}, {"turn": "other"}, {"shows": "that you answered"}])
def test_a_sealed_step_can_neither_show_something_nor_say_whose_turn_it_is(wrong):
    with pytest.raises(ValueError, match="sealed"):
        Step(key="a", title="A", done=lambda _state: True, sealed=True, **wrong)


@pytest.mark.parametrize("keys", [[], ["a"], ["a", "a"]])
def test_a_process_has_two_steps_or_more_of_different_names(keys):
    with pytest.raises(ValueError, match="two steps"):
        Process(tuple(Step(key=key, title=key, done=lambda _state: True) for key in keys))


def test_an_open_step_says_whose_turn_it_is():
    for turn, words in (("other", "Sam's turn"), ("me", "your turn"), ("both", "both of you, when you like")):
        step = Step[Tea](key="pour", title="Pour", done=lambda one: one.poured, turn=turn)
        assert str(course(Tea(), Process((step, LAST))).turn) == words
    each = Step[Tea](key="pour", title="Pour", done=lambda one: one.chosen, shows="Your cup is there.")
    assert str(course(Tea(chosen=True), Process((each, LAST))).turn) == "your part is done"


def page_of(ask, page) -> str:
    partner = Partner(account=b"b" * 16, name="Sam", hue="clay")
    visitor = Visitor(
        signed_in=True,
        unlocked=True,
        account=b"a" * 16,
        has_pin=True,
        settings=Settings(name="Noa"),
        partner=partner,
    )
    return " ".join(render(ask(visitor=visitor), page).content.decode().split())


def test_the_page_names_the_step_the_turn_and_the_ways_out(ask):
    html = page_of(ask, Shown(course=course(Tea(chosen=True, met=True))))
    assert '<li class="done"> <b>Choose<span class="hide">, done</span></b>' in html
    assert 'aria-current="step"> <b>Pour</b>' in html
    assert "Step 2 of 2" in html
    assert "both of you, when you like" in html
    assert ">Carry on later</a>" in html
    assert "Help and safety" in html


def test_the_page_after_my_part_says_what_shows_and_what_comes_next(ask):
    sealed = page_of(ask, PartDonePage(course=course(Tea(chosen=True)), change="/tea/"))
    assert "Your part is done." in sealed
    assert "until you are both ready." in sealed
    assert "One of you pours." in sealed
    assert '<a class="btn plain" href="/tea/">Change my part</a>' in sealed
    shown = page_of(ask, PartDonePage(course=course(Tea(chosen=True)), shows="The tea is on the table."))
    assert "The tea is on the table." in shown
    assert "until you are both ready." not in shown


def test_the_next_screen_comes_without_a_load_where_it_is_of_the_same_space(ask):
    """Else it is loaded whole: the colour, and the script that closes a page of mine, are of the page that was loaded."""
    page = Shown(course=course(Tea()))
    answers = [
        render(ask(**headers), page)
        for headers in (
            {},
            {"HX-Boosted": "true", "X-Bothand-Space": "ours"},
            {"HX-Boosted": "true", "X-Bothand-Space": "mine"},
        )
    ]
    assert [answer.status_code for answer in answers] == [200, 200, 204]
    assert answers[2]["HX-Redirect"] == "/"
    assert 'hx-boost="true"' in answers[0].content.decode()
    posted = ask("/", {"a": "b"}, **{"HX-Boosted": "true", "X-Bothand-Space": "mine"})
    assert render(posted, page, status=422).status_code == 422, "what was typed comes back with what is wrong"


def test_what_is_over_is_shown_as_over(ask):
    over = course(Tea(chosen=True, met=True, poured=True))
    assert [mark.stands for mark in over.marks] == ["done", "done"]
    assert "All steps are done." in page_of(ask, Shown(course=over))
