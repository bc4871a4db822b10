"""A link as a picture that a phone's camera reads."""

import io

import segno
from django.utils.safestring import SafeString, mark_safe

QUIET_ZONE = 4
"""Modules of margin, as ISO/IEC 18004 asks for."""


def drawn(address: str) -> SafeString:
    """An SVG, dark on light in either scheme, since cameras want it so. It holds squares and no words."""
    found = io.BytesIO()
    segno.make(address, micro=False, error="m").save(
        found, kind="svg", xmldecl=False, svgns=True, svgclass="qr", lineclass=None, border=QUIET_ZONE,
        omitsize=True, dark="#000", light="#fff",
    )  # fmt: skip
    return mark_safe(found.getvalue().decode())  # noqa: S308  squares drawn by the library, no text of anybody's
