"""The fields that rooms share."""

from django import forms
from hypothesis import given
from hypothesis import strategies as st

from bothand.kit.fields import FreshId, Revision, Words
from bothand.shell.forms import Form


class Sample(Form):
    words = Words(longest=20, empty="nothing")
    id = FreshId()
    revision = Revision()


@given(st.text(max_size=20))
def test_words_are_kept_as_typed_or_said_and_shown_again(text):
    form = Sample({"words": text})
    if form.is_valid():
        assert form.cleaned_data["words"] == text.replace("\r\n", "\n").replace("\r", "\n")
    else:
        assert "\0" in text or not text.strip("\0 \t\r\n")
    assert form["words"].value() == text.replace("\0", "")


@given(st.text())
def test_any_id_and_revision_can_be_read(text):
    form = Sample({"words": "x", "id": text, "revision": text})
    assert form.is_valid()
    assert len(form.cleaned_data["id"]) == 16
    assert form.cleaned_data["revision"] >= 0


def test_each_new_form_has_an_id_of_its_own():
    assert Sample()["id"].value() != Sample()["id"].value()
    assert isinstance(Sample().fields["id"].widget, forms.HiddenInput)


def test_no_page_tells_a_browser_to_cut():
    assert "maxlength" not in str(Sample()["words"])
