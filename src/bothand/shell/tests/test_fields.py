"""Fields as the look draws them: label, hint, error, and each tied to its input."""

import re

import pytest
from django import forms
from django.template import engines

from bothand.shell import widgets
from bothand.shell.forms import Form

FIVE = [(str(i), word) for i, word in enumerate(("small", "shaky", "so-so", "steady", "whole"), 1)]
DAY = [("me", "too much me"), ("right", "about right"), ("us", "too much us")]


class Everything(Form):
    line = forms.CharField(label="A line", help_text="A few words.", widget=widgets.Line, max_length=5)
    text = forms.CharField(label="A text", widget=widgets.Lines(short=True))
    kind = forms.ChoiceField(label="A kind", choices=DAY, widget=widgets.Picks(hints={"me": "More of it"}))
    chips = forms.MultipleChoiceField(label="Some", choices=DAY, widget=widgets.ManyChips, required=False)
    dots = forms.ChoiceField(label="How far", choices=FIVE, widget=widgets.Dots)
    own = forms.ChoiceField(label="Self", choices=FIVE, widget=widgets.Scale("self"))
    between = forms.ChoiceField(label="Between", choices=FIVE, widget=widgets.Scale("between"))
    today = forms.ChoiceField(label="Today", choices=DAY, widget=widgets.Scale("today"))
    hue = forms.ChoiceField(label="Hue", choices=[("sea", "sea"), ("moss", "moss")], widget=widgets.Hues)
    pin = forms.CharField(label="PIN", widget=widgets.Pin)
    sure = forms.BooleanField(label="Sure", help_text="It is for good.", widget=widgets.Tick)
    number = forms.IntegerField(label="A number", min_value=1)
    day = forms.DateField(label="A day")


@pytest.fixture
def draw():
    def drawn(form, name=None, look=""):
        source = "{% load shell %}" + ("{% field one look %}" if name else "{% errors form %}")
        given = {"form": form, "one": form[name] if name else None, "look": look}
        return engines["django"].from_string(source).render(given)

    return drawn


@pytest.mark.parametrize("name", list(Everything.base_fields))
def test_it_gives_every_input_a_label_and_every_id_once(draw, name):
    text = draw(Everything({}), name)
    ids = re.findall(r'\bid="([^"]*)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'\bfor="([^"]*)"', text)) <= set(ids)
    assert "<legend" in text or "<label for=" in text or "<label class" in text


@pytest.mark.parametrize("name", list(Everything.base_fields))
def test_it_ties_each_error_to_its_field(draw, name):
    form = Everything({})
    text = draw(form, name)
    if form[name].errors:
        told = re.search(r'aria-describedby="([^"]*)"', text).group(1).split()
        assert f"id_{name}-wrong" in told
        assert all(f'id="{each}"' in text for each in told)


def test_it_ties_the_hint_to_its_field(draw):
    text = draw(Everything(), "line")
    assert 'aria-describedby="id_line-hint"' in text
    assert 'id="id_line-hint">A few words.' in text


def test_it_can_set_a_question_in_the_serif(draw):
    assert '<legend class="big">Self</legend>' in draw(Everything(), "own", "big")


@pytest.mark.parametrize(("name", "pictures"), [("own", 5), ("between", 5), ("today", 3)])
def test_it_draws_a_picture_for_each_step(draw, name, pictures):
    text = draw(Everything(), name)
    drawn = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(set(drawn)) == pictures


def test_it_keeps_what_was_chosen(draw):
    form = Everything({"kind": "right", "chips": ["me", "us"], "hue": "sea"})
    assert re.findall(r'value="(\w+)" id="[^"]*" checked', draw(form, "kind")) == ["right"]
    assert re.findall(r'value="(\w+)" id="[^"]*" checked', draw(form, "chips")) == ["me", "us"]
    assert re.findall(r'value="(\w+)" id="[^"]*" checked', draw(form, "hue")) == ["sea"]


def test_it_escapes_what_people_type(draw):
    assert "<b>" not in draw(Everything({"line": "<b>", "text": "</textarea><b>"}), "text")


def test_it_never_shows_a_secret_again(draw):
    assert "123456" not in draw(Everything({"pin": "123456"}), "pin")


def test_it_lists_what_is_open_with_a_link_to_each(draw):
    text = draw(Everything({}))
    assert "11 things need another look" not in text
    assert 'href="#id_line"' in text
    assert 'href="#id_own_0"' in text
    assert 'role="alert"' in text


def test_it_lists_nothing_where_nothing_is_open(draw):
    assert draw(Everything()).strip() == ""


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("line", "", "This is still empty. A few words are enough."),
        ("line", "seven letters", "This is longer than 5 characters. It has 13; shorten it a little."),
        ("line", "a\0", "One character here can't be saved. Type this part once more."),
        ("kind", "", "Nothing is chosen yet. Pick one."),
        ("kind", "none", "This is not one of the choices. Pick one of those shown."),
        ("chips", ["none"], "This is not one of the choices. Pick from those shown."),
        ("sure", "", "This box is not ticked yet. Tick it to go on."),
        ("number", "x", "This is not a whole number. Write it in digits."),
        ("number", "0", "This is less than 1. Choose a larger number."),
        (
            "day",
            "soon",
            "This day could not be read. Write its month as a word, like 31 March 2027, or all of it like 2027-03-31.",
        ),
    ],
)
def test_it_says_in_our_words(name, value, words):
    assert list(Everything({name: value})[name].errors) == [words]


def test_it_lets_a_field_have_words_of_its_own():
    class Own(Form):
        name = forms.CharField(error_messages={"required": "Say your name."})

    assert list(Own({})["name"].errors) == ["Say your name."]


def test_it_never_lets_a_browser_cut_off_what_was_pasted(draw):
    assert "maxlength" not in draw(Everything(), "line")


def test_it_leaves_missing_things_to_the_page(draw):
    assert " required" not in draw(Everything(), "line")


@pytest.mark.parametrize(("space", "words"), [("mine", "Only you"), ("ours", "You and Sam")])
def test_it_says_beside_the_button_who_will_read_it(space, words):
    text = engines["django"].from_string("{% load shell %}{% who space 'Sam' %}").render({"space": space})
    assert words in text
    assert f"#s-{space}" in text


@pytest.mark.parametrize(
    ("space", "words"),
    [
        ("mine", "Only you can open this"),
        ("ours", "You and &lt;Sam&gt; can open this"),
        ("theirs", "From &lt;Sam&gt;, a copy for you"),
    ],
)
def test_it_says_at_the_head_who_can_open_the_page(space, words):
    text = engines["django"].from_string("{% load shell %}{% badge space '<Sam>' %}").render({"space": space})
    assert words in text
