"""Form widgets in the house's look. Those that offer several things write their options with `drawn`."""

from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from bothand.shell import field_html

Words = str | Promise
THREE = 3


class Line(forms.TextInput):
    """One line in a person's own words."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"class": "words", "autocomplete": "off"} | (attrs or {}))


class Lines(forms.Textarea):
    """Some lines in a person's own words; `short` grows with the text."""

    def __init__(self, attrs: dict[str, Any] | None = None, *, short: bool = False) -> None:
        look = "words short" if short else "words"
        super().__init__({"class": look, "rows": 3 if short else 8} | (attrs or {}))


class Pin(forms.PasswordInput):
    """Six digits. Never filled in again by the server or kept by the browser."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        fixed = {
            "inputmode": "numeric",
            "pattern": "[0-9]*",
            "maxlength": 6,
            "autocomplete": "off",
            "class": "pin",
        }
        super().__init__(fixed | (attrs or {}))


class Tick(forms.CheckboxInput):
    """One box to tick, with its label beside it."""

    beside = True


class Picked:
    """What is picked stands in boxes, one after the other."""

    look = "picks"

    def drawn(self, options: Sequence[field_html.Option]) -> str:
        """The options, ready for the page."""
        return field_html.write_picks(options, self.look)


class Picks(Picked, forms.RadioSelect):
    """One of a few, each with a line that says more. `hints` maps a value to that line."""

    def __init__(self, attrs: dict[str, Any] | None = None, hints: Mapping[str, Words] | None = None) -> None:
        super().__init__(attrs)
        self.hints = dict(hints or {})


class TwoPicks(Picks):
    """As Picks, side by side where there is room."""

    look = "picks two"


class Chips(Picks):
    """One of many short ones."""

    look = "picks chips"


class ManyChips(Picked, forms.CheckboxSelectMultiple):
    """Any of many short ones."""

    look = "picks chips"


class Dots(forms.RadioSelect):
    """One of five in words, on a line: not at all ... fully."""

    look = "dots"

    def drawn(self, options: Sequence[field_html.Option]) -> str:
        """The options, ready for the page."""
        return field_html.write_row(options, self.look)


class Scale(forms.RadioSelect):
    """One of five or three pictures; each has its word. `picture` is "self", "between" or "today"."""

    def __init__(self, picture: str, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.picture = f"shell/pictures/{picture}.html"

    def drawn(self, options: Sequence[field_html.Option]) -> str:
        """The options, ready for the page."""
        look = "scale three" if len(options) == THREE else "scale"
        faces = (
            f'<label>{one.control}<span class="face">{_write_face(self.picture, one.value)}{one.label}</span></label>'
            for one in options
        )
        return f'<div class="{look}">{"".join(faces)}</div>'


@cache
def _write_face(picture: str, value: str) -> str:
    """The picture of a step. No words are in it, so that it is the same in every language."""
    return render_to_string(picture, {"value": value})


class Hues(forms.RadioSelect):
    """One of the six hues."""

    def drawn(self, options: Sequence[field_html.Option]) -> str:
        """The options, ready for the page."""
        hues = (
            f'<label class="pick"><svg viewBox="0 0 60 24" preserveAspectRatio="none" aria-hidden="true"'
            f' data-me="{escape(one.value)}"><rect class="f-me" width="60" height="24"/></svg>'
            f"{one.control}{one.label}</label>"
            for one in options
        )
        return f'<div class="hues">{"".join(hues)}</div>'


class Zone(forms.Select):
    """A time zone; zone.js picks the browser's own where nothing is chosen yet."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"data-zone": ""} | (attrs or {}))

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ARG002  Django hands it in
    ) -> SafeString:
        """Written in one go: a template for each of six hundred zones takes longer than the rest of the page."""
        chosen = "" if value is None else str(value)
        options = mark_safe(  # noqa: S308  each name is escaped
            "\n".join(
                f'<option value="{escape(str(zone))}"{" selected" if zone == chosen else ""}>{escape(str(label))}</option>'
                for zone, label in self.choices
            )
        )
        return format_html(
            "<select{}>{}</select>",
            flatatt(self.build_attrs(self.attrs, {"name": name} | (attrs or {}))),
            options,
        )
