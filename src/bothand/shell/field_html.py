"""Fields and their controls, written at once.

A page has up to eighty controls, and Django renders a template or two for each: longer than all else on the page takes.
What is written here is what those templates write.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from django.forms import BoundField
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.safestring import SafeString

ALERT: Final = '<svg viewBox="0 0 24 24" aria-hidden="true"><use href="#s-alert"/></svg>'


def write_text(words: Any) -> str:
    """Words as they stand in a page: escaped, unless they are marked safe. A lazy text is put into words here."""
    text = str(words)
    return text if isinstance(text, SafeString) else escape(text)


@dataclass(frozen=True, slots=True)
class Option:
    """One of several to choose from. All of it is ready for the page but `value`, which is as the form has it."""

    control: str
    value: str
    label: str
    hint: str


def options_of(bound: BoundField) -> list[Option]:
    """What a group of radios or boxes offers, in its order."""
    hints = getattr(bound.field.widget, "hints", {})
    options = []
    for one in bound.subwidgets:
        value, hint = str(one.data["value"]), hints.get(str(one.data["value"]), "")
        options.append(
            Option(
                _write_choice(one.data),
                value,
                write_text(one.data["label"]),
                write_text(hint) if hint else "",
            )
        )
    return options


def _write_choice(option: dict[str, Any]) -> str:
    """One radio or box."""
    checked = " checked" if option["selected"] else ""
    return (
        f'<input type="{option["type"]}" name="{write_text(option["name"])}" value="{write_text(option["value"])}"'
        f' id="{write_text(option["attrs"].get("id", ""))}"{checked}>'
    )


def write_picks(options: Sequence[Option], look: str) -> str:
    """Choices, each with what it says more."""
    return f'<div class="{look}">{"".join(write_pick(one) for one in options)}</div>'


def write_pick(option: Option, more: str = "") -> str:
    """One choice with its line, and what comes after both."""
    label, hint = option.label, option.hint
    words = f'<b>{label}</b><span class="hint">{hint}</span>' if hint else label
    return f'<label class="pick">{option.control}<span>{words}</span>{more}</label>'


def write_row(options: Sequence[Option], look: str) -> str:
    """Choices in a row, in words alone."""
    return (
        f'<div class="{look}">{"".join(f"<label>{one.control}{one.label}</label>" for one in options)}</div>'
    )


@dataclass(frozen=True, slots=True)
class Told:
    """What stands beside a control: its hint, what is wrong, and how the control refers to both."""

    hint: str
    wrong: tuple[str, ...]
    hint_id: str
    wrong_id: str

    @classmethod
    def of(cls, bound: BoundField) -> "Told":
        """What a field tells."""
        name = bound.auto_id or bound.html_name
        hint = write_text(bound.help_text) if bound.help_text else ""
        return cls(hint, tuple(map(write_text, bound.errors)), f"{name}-hint", f"{name}-wrong")

    @property
    def ids(self) -> str:
        """The ids of what is there, for `aria-describedby`."""
        return " ".join([self.hint_id] * bool(self.hint) + [self.wrong_id] * bool(self.wrong))

    def attrs(self) -> dict[str, str | bool]:
        """What the control says of it."""
        described: dict[str, str | bool] = {"aria-describedby": self.ids} if self.ids else {}
        return described | ({"aria-invalid": "true"} if self.wrong else {})

    def mistakes(self, look: str = "") -> str:
        """What is wrong, line by line."""
        if not self.wrong:
            return ""
        lines = "".join(f'<p class="wrong">{ALERT}{words}</p>' for words in self.wrong)
        return f'<div{look} id="{escape(self.wrong_id)}">{lines}</div>'

    def written(self) -> str:
        """Hint and mistakes, in this order."""
        hint = f'<p class="hint" id="{escape(self.hint_id)}">{self.hint}</p>\n' if self.hint else ""
        return hint + self.mistakes(' class="stack-s told"')


def write_field(bound: BoundField, look: str) -> str:
    """A field with its label, hint, mistakes and control."""
    if bound.is_hidden:
        return bound.as_widget()
    told = Told.of(bound)
    style = f' class="{escape(look)}"' if look else ""
    label = write_text(bound.label)
    widget = bound.field.widget
    if hasattr(widget, "drawn"):
        described = f' aria-describedby="{escape(told.ids)}"' if told.ids else ""
        return (
            f"<fieldset{described}><legend{style}>{label}</legend>\n"
            f"{told.written()}\n{widget.drawn(options_of(bound))}</fieldset>"
        )
    control = bound.as_widget(attrs=told.attrs())
    if getattr(widget, "beside", False):
        hint = f'<span class="hint" id="{escape(told.hint_id)}">{told.hint}</span>' if told.hint else ""
        return (
            f'<div class="stack-s">{told.mistakes()}<label class="tick" for="{escape(bound.id_for_label)}">'
            f"{control}<span>{label}{hint}</span></label></div>"
        )
    return (
        f'<div class="field">\n<label for="{escape(bound.id_for_label)}"{style}>{label}</label>\n'
        f"{told.written()}\n{control}\n</div>"
    )


def _write_attrs(widget: dict[str, Any]) -> str:
    return "".join(
        f" {write_text(name)}" if value is True else f' {write_text(name)}="{write_text(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _write_input(widget: dict[str, Any]) -> str:
    value = "" if widget["value"] is None else f' value="{write_text(widget["value"])}"'
    return f'<input type="{write_text(widget["type"])}" name="{write_text(widget["name"])}"{value}{_write_attrs(widget)}>'


def _write_area(widget: dict[str, Any]) -> str:
    words = write_text(widget["value"]) if widget["value"] else ""
    return f'<textarea name="{write_text(widget["name"])}"{_write_attrs(widget)}>\n{words}</textarea>'


def _write_select(widget: dict[str, Any]) -> str:
    parts = [f'<select name="{write_text(widget["name"])}"{_write_attrs(widget)}>']
    for group, options, _ in widget["optgroups"]:
        if group:
            parts.append(f'\n  <optgroup label="{write_text(group)}">')
        parts += [
            f'\n  <option value="{write_text(one["value"])}"{_write_attrs(one)}>{write_text(one["label"])}</option>'
            for one in options
        ]
        if group:
            parts.append("\n  </optgroup>")
    return "".join(parts) + "\n</select>"


CONTROLS: Final[dict[str, Callable[[dict[str, Any]], str]]] = {
    **{
        f"django/forms/widgets/{kind}.html": _write_input
        for kind in ("text", "number", "password", "hidden", "date", "time", "checkbox", "file")
    },
    "django/forms/widgets/textarea.html": _write_area,
    "django/forms/widgets/select.html": _write_select,
}
"""What is written here instead of by Django's template, by that template's name."""


class Renderer(DjangoTemplates):
    """Writes the common controls itself and leaves the others to Django (the setting FORM_RENDERER)."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """One control, as Django's template of this name writes it. The widget marks it as safe."""
        draw = CONTROLS.get(template_name)
        return super().render(template_name, context, request) if draw is None else draw(context["widget"])
