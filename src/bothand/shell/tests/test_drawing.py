"""What the house writes itself is what Django's templates write, whatever stands in it."""

import re
from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from bothand.shell import field_html, widgets
from bothand.shell.forms import Form

THEIRS, OURS = DjangoTemplates(), field_html.Renderer()
CHOICES = [("a", "one & two"), ("b", SafeString("<b>safe</b>")), ("", gettext_lazy("Skip to the page"))]
KINDS: list[forms.Widget] = [
    forms.TextInput(),
    forms.NumberInput(),
    forms.PasswordInput(render_value=True),
    forms.HiddenInput(),
    forms.DateInput(),
    forms.TimeInput(),
    forms.CheckboxInput(),
    forms.FileInput(),
    forms.Textarea(),
    forms.Select(choices=CHOICES),
    forms.Select(choices=[("Some", CHOICES), ("c", "alone")]),
    widgets.Line(),
    widgets.Lines(short=True),
]
words = st.one_of(st.none(), st.text(), st.sampled_from(["a", "b", "<&\"'>", "a\nb", "0"]))
attributes = st.dictionaries(
    st.sampled_from(["id", "class", "data-some", "disabled", "rows"]),
    st.one_of(st.booleans(), st.integers(), st.text(), st.just(SafeString("&amp;"))),
)


@pytest.mark.parametrize("widget", KINDS, ids=lambda one: type(one).__name__)
@given(value=words, attrs=attributes)
def test_a_control_is_what_django_writes(widget: forms.Widget, value: str | None, attrs: dict[str, Any]):
    theirs = widget.render("a<name", value, attrs, THEIRS)
    ours = widget.render("a<name", value, attrs, OURS)
    assert hasattr(ours, "__html__")
    if isinstance(widget, forms.Select):
        # Between options theirs leaves an empty line, which nobody sees.
        ours, theirs = (re.sub(r"\n+", "\n", one) for one in (ours, theirs))
    assert ours == theirs


def test_every_control_written_here_is_tried():
    tried = {str(widget.template_name) for widget in KINDS}
    assert field_html.CONTROLS.keys() == tried


class _Some(Form):
    """One of each kind, with words that a page must not take for its own."""

    line = forms.CharField(label="a < b", help_text="say <it>")
    tick = forms.BooleanField(label="yes & no", help_text="if <so>", widget=widgets.Tick())
    picks = forms.ChoiceField(
        label="<which>", choices=CHOICES, widget=widgets.Picks(hints={"a": "a <hint>"}), required=False
    )
    dots = forms.ChoiceField(label="how", choices=CHOICES, widget=widgets.Dots(), help_text="one")
    hidden = forms.CharField(widget=forms.HiddenInput())


def _drawn(name: str, look: str = "", **data: str) -> str:
    form = _Some(data) if data else _Some()
    return " ".join(field_html.write_field(form[name], look).split())


def test_a_field_names_its_hint_and_escapes_every_word():
    drawn = _drawn("line", "big")
    assert '<label for="id_line" class="big">a &lt; b</label>' in drawn
    assert '<p class="hint" id="id_line-hint">say &lt;it&gt;</p>' in drawn
    assert 'aria-describedby="id_line-hint"' in drawn
    assert "aria-invalid" not in drawn


def test_what_is_wrong_stands_at_the_field_and_the_control_says_so():
    drawn = _drawn("line", other="1")
    assert '<div class="stack-s told" id="id_line-wrong"><p class="wrong">' in drawn
    assert 'aria-describedby="id_line-hint id_line-wrong"' in drawn
    assert 'aria-invalid="true"' in drawn


def test_a_group_has_its_legend_and_its_options():
    drawn = _drawn("picks", picks="a")
    assert drawn.startswith("<fieldset><legend>&lt;which&gt;</legend>")
    assert (
        '<label class="pick"><input type="radio" name="picks" value="a" id="id_picks_0" checked><span>'
        '<b>one &amp; two</b><span class="hint">a &lt;hint&gt;</span></span></label>'
    ) in drawn
    assert "<span><b>safe</b></span>" in drawn
    assert "Skip to the page" in drawn
    wrong = _drawn("dots", picks="a")
    assert wrong.startswith('<fieldset aria-describedby="id_dots-hint id_dots-wrong">')
    assert '<div class="dots"><label>' in wrong


def test_a_box_has_its_words_beside_it():
    drawn = _drawn("tick", other="1")
    assert drawn.startswith('<div class="stack-s"><div id="id_tick-wrong"><p class="wrong">')
    assert '<span>yes &amp; no<span class="hint" id="id_tick-hint">if &lt;so&gt;</span></span>' in drawn


def test_a_hidden_field_is_nothing_but_its_control():
    assert _drawn("hidden") == '<input type="hidden" name="hidden" id="id_hidden">'
