"""Pieces of *Today*: each rendered by its own room's template, with its own frozen type."""

from typing import cast

from django.http import HttpRequest
from django.middleware.csrf import get_token
from django.template import Context
from django.template.backends.django import Template
from django.template.loader import get_template
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString

from bothand.kit.manifest import Part
from bothand.shell.frame import Frame


def render_parts(request: HttpRequest, part: Part, frame: Frame) -> SafeString:
    """The piece as HTML, on a page with this frame. Escaping is the template engine's; nothing is marked safe by hand."""
    found = cast("Template", get_template(part.template))
    token = SimpleLazyObject(lambda: get_token(request))
    return found.template.render(Context({"part": part, "frame": frame, "csrf_token": token}))
