import re

import segno
from hypothesis import given
from hypothesis import strategies as st

from bothand.kit import qr


@given(st.from_regex(r"https://[a-z0-9.]{3,40}/with/[\w-]{22}/", fullmatch=True))
def test_it_draws_every_square_of_the_code_and_no_other(address):
    code = qr.draw_code(address)
    matrix = segno.make(address, micro=False, error="m").matrix
    drawn, x, y = set(), 0.0, 0.0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?", code.path):
        if command == "h":
            drawn |= {(int(x) + step, int(y)) for step in range(int(first))}
            x += float(first)
        else:
            along, down = float(first), float(second)
            x, y = (along, down) if command == "M" else (x + along, y + down)
    expected = {(x + 4, y + 4) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert drawn == expected
    assert code.size == len(matrix) + 8
