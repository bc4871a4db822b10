"""A link as a picture that a phone's camera reads: segno draws it, the page says what it is."""

import re
from dataclasses import dataclass
from typing import Final

import segno

QUIET_ZONE: Final = 4
"""Modules of margin, as ISO/IEC 18004 asks for."""
_PATH: Final = re.compile(r' d="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Code:
    """Dark lines, one module wide, on a light field of `size` modules a side, margin included."""

    size: int
    path: str


def draw_code(address: str) -> Code:
    """The code of an address, with error correction M."""
    code = segno.make(address, micro=False, error="m")
    width, _height = code.symbol_size(border=QUIET_ZONE)
    (path,) = _PATH.findall(code.svg_inline(border=QUIET_ZONE))
    return Code(size=int(width), path=path)
