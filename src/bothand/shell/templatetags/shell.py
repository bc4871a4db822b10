"""The tags that pages are built with: `{% load shell %}`.

Each draws its part with a context of its own, so that nothing of it leaks into the page's.
"""

from collections.abc import Sequence

from django import template
from django.forms import BaseForm, BoundField, PasswordInput
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bothand.shell import field_html

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
    return mark_safe(field_html.write_field(bound, look))  # noqa: S308  each word is escaped there


@register.simple_tag
def picks(options: Sequence[field_html.Option], look: str = "picks") -> SafeString:
    """Some of a field's choices, where they stand in groups."""
    return mark_safe(field_html.write_picks(options, look))  # noqa: S308  each word is escaped there


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
