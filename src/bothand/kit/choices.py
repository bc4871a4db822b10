"""Options and radios written at once, for pages that have hundreds of them."""

from collections.abc import Iterable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

_SELECTED, _CHECKED = " selected", " checked"


def write_options(choices: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """The options of a select."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, _SELECTED if value == chosen else "", label) for value, label in choices),
    )


def write_picks(name: str, choices: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """A row of radios, each with its label."""
    return format_html_join(
        "",
        '<label class="pick"><input type="radio" name="{}" value="{}"{}><span>{}</span></label>',
        ((name, value, _CHECKED if value == chosen else "", label) for value, label in choices),
    )
