"""`python -m scripts.templates`: format every template, or with `--check` say which are not formatted."""

import sys
from functools import cache
from pathlib import Path

from scripts.house.sources import PRODUCT, templates
from scripts.templates import ALL_FORMATTED
from scripts.templates.freedom import Freedom, Seen, Sheets, sheets
from scripts.templates.reading import Unclear, parts, tree
from scripts.templates.writing import lay_out

LONGEST = 160


@cache
def named() -> dict[str, Path]:
    """Templates by the name that Django knows them by."""
    return {path.as_posix().rpartition("/templates/")[2]: path for path in templates()}


@cache
def of_the_house() -> Sheets:
    return sheets(PRODUCT)


@cache
def edges(name: str) -> tuple[set[Seen], set[Seen]]:
    """What one sees of an included template from outside."""
    path = named().get(name)
    if path is None:
        return {"inline"}, {"inline"}
    try:
        top = tree(parts(path.read_text(encoding="utf-8")))
    except Unclear:
        return {"inline"}, {"inline"}
    return Freedom(of_the_house(), edges).edges(top)


def formatted(source: str) -> str:
    """The same template in lines. Raises Unclear where its tags cross."""
    top = tree(parts(source))
    Freedom(of_the_house(), edges).mark(top)
    return lay_out(top)


def main() -> int:
    check = "--check" in sys.argv[1:]
    if check and not ALL_FORMATTED:
        sys.stdout.write("Templates are not checked yet: see scripts/templates/__init__.py\n")
        return 0
    changed, left, long = [], [], []
    for name, path in named().items():
        source = path.read_text(encoding="utf-8")
        try:
            text = formatted(source)
            text = formatted(text)
        except Unclear as why:
            left.append(f"{name}: tags do not nest at {why}")
            text = source
        long += [
            f"{name}:{number} ({len(line)})"
            for number, line in enumerate(text.splitlines(), 1)
            if len(line) > LONGEST
        ]
        if text != source:
            changed.append(name)
            if not check:
                path.write_text(text, encoding="utf-8")
    for line in [*left, *(f"longer than {LONGEST}: {each}" for each in long)]:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{len(changed)} of {len(named())} templates {'to format' if check else 'formatted'}\n")
    if check:
        for name in changed:
            sys.stdout.write(f"to format: {name}\n")
    return bool(check and (changed or long))


if __name__ == "__main__":
    sys.exit(main())
