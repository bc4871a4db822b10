"""The tags that pages are built with: `{% load shell %}`.

Each draws its part with a context of its own, so that nothing of it leaks into the page's.
"""

from html import escape
from typing import Any

from django import template
from django.forms import BaseForm, BoundField, PasswordInput, RadioSelect
from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

register = template.Library()

VIEW_BOXES = {
    "mine": "0 0 30 18",
    "theirs": "0 0 30 18",
    "ours": "0 0 30 18",
    "leave": "0 0 20 20",
    "lock": "0 0 20 20",
    "go": "0 0 24 24",
    "alert": "0 0 24 24",
    "star": "0 0 24 24",
    "starred": "0 0 24 24",
}
PLAIN_PART = "shell/parts/field.html"


@register.simple_tag
def picture(name: str, look: str = "") -> SafeString:
    """A small picture of the sprite, for eyes only. The second word is a class: `{% picture "go" "go" %}`."""
    box = VIEW_BOXES[name]
    style = format_html(' class="{}"', look) if look else ""
    return format_html('<svg{} viewBox="{}" aria-hidden="true"><use href="#s-{}"/></svg>', style, box, name)


def _audience(space: str, partner: str) -> str:
    if space == "ours":
        return _("You and %(name)s") % {"name": partner}
    return _("Only you")


@register.simple_tag
def who(space: str = "mine", partner: str = "") -> SafeString:
    """Beside a button: who will be able to open what is kept. `{% who "mine" %}`, `{% who "ours" NAME %}`."""
    return format_html('<span class="who">{}{}</span>', picture(space), _audience(space, partner))


@register.simple_tag
def badge(space: str = "mine", partner: str = "") -> SafeString:
    """At the head of a page: who can open what it shows."""
    words = {
        "mine": _("Only you can open this"),
        "ours": _("You and %(name)s can open this") % {"name": partner},
        "theirs": _("From %(name)s, a copy for you") % {"name": partner},
    }[space]
    return format_html('<p class="badge" data-space="{}">{}{}</p>', space, picture(space), words)


@register.simple_tag(takes_context=True)
def guard(context: template.Context) -> SafeString:
    """The two hidden fields of every POST form: the CSRF token, and the mark of whose form it is."""
    mark = context["frame"].account_mark
    token = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', context["csrf_token"])
    if not mark:
        return token
    return format_html('{}<input type="hidden" name="mark" value="{}">', token, mark)


@register.simple_tag
def field(bound: BoundField, look: str = "") -> SafeString:
    """A field with its label, hint and error. `{% field page.form.text "big" %}` has the label in serif."""
    widget = bound.field.widget
    name = bound.auto_id or bound.html_name
    wrong, hint = f"{name}-wrong", f"{name}-hint"
    told = " ".join(([hint] if bound.help_text else []) + ([wrong] if bound.errors else []))
    attrs: dict[str, str | bool] = {"aria-describedby": told} if told else {}
    if bound.errors:
        attrs["aria-invalid"] = "true"
    options = _options(bound) if isinstance(widget, RadioSelect) else []
    context = {
        "bound": bound,
        "widget": widget,
        "look": look,
        "hint_id": hint,
        "wrong_id": wrong,
        "told": told,
        # Called by the parts that show it: those that draw their own options would have it drawn for nothing.
        "control": lambda: bound.as_widget(attrs=attrs),
        "options": options,
        "picks": lambda: _picks(options),
        "dots": lambda: _dots(options),
    }
    return render_to_string(getattr(widget, "part", PLAIN_PART), context)


def _options(bound: BoundField) -> list[dict[str, Any]]:
    hints = getattr(bound.field.widget, "hints", {})
    options = []
    for option in bound.subwidgets:
        value = str(option.data["value"])
        options.append(
            {
                "input": _input(option.data),
                "value": value,
                "label": option.data["label"],
                "hint": hints.get(value, ""),
            }
        )
    return options


def _picks(options: list[dict[str, Any]]) -> SafeString:
    """Choices with what each says more, written at once."""
    return mark_safe(  # noqa: S308  each word is escaped
        "".join(
            f'<label class="pick">{one["input"]}<span><b>{conditional_escape(one["label"])}</b>'
            f'<span class="hint">{conditional_escape(one["hint"])}</span></span></label>'
            if one["hint"]
            else f'<label class="pick">{one["input"]}<span>{conditional_escape(one["label"])}</span></label>'
            for one in options
        )
    )


def _dots(options: list[dict[str, Any]]) -> SafeString:
    """Choices in a row, written at once."""
    return mark_safe(  # noqa: S308  each word is escaped
        "".join(f"<label>{one['input']}{conditional_escape(one['label'])}</label>" for one in options)
    )


def _input(option: dict[str, Any]) -> SafeString:
    """One radio or box, written at once: a page has up to eighty of them."""
    words = {"type": option["type"], "name": option["name"], "value": option["value"]}
    words["id"] = option["attrs"].get("id", "")
    written = "".join(f' {name}="{escape(str(word))}"' for name, word in words.items())
    checked = " checked" if option["selected"] else ""
    return mark_safe(f"<input{written}{checked}>")  # noqa: S308  each value is escaped


@register.simple_tag
def errors(form: BaseForm) -> SafeString | str:
    """What is still open in a form, at its head, with a link to each place. Nothing where nothing is."""
    if not form.errors:
        return ""
    lines = [{"href": "", "label": "", "words": words} for words in form.non_field_errors()]
    for bound in form:
        lines += [
            {"href": f"#{_first_id(bound)}", "label": bound.label, "words": words} for words in bound.errors
        ]
    secret = any(isinstance(bound.field.widget, PasswordInput) for bound in form)
    return render_to_string(
        "shell/parts/errors.html", {"lines": lines, "count": len(lines), "secret": secret}
    )


def _first_id(bound: BoundField) -> str:
    """The id that a link can lead to: of a group of choices, the first one's."""
    if bound.field.widget.use_fieldset:
        for option in bound.subwidgets:
            return str(option.data["attrs"].get("id", ""))
    return bound.id_for_label
