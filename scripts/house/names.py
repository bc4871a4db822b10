"""How modules and functions are called."""

import ast
from collections import Counter
from collections.abc import Iterable, Iterator

from scripts.house.sources import Module

STANDARD = frozenset(
    {
        "folding",
        "keyring",
        "padding",
        "paging",
        "pairing",
        "rating",
        "reading",
        "setting",
        "sharing",
        "standing",
    }
    | {"string", "thing"}
)
"""`folding` as in case folding, `reading` as what an instrument shows. Words in -ing that are nouns, or terms of the field: a module may be called so."""
ENGINES = ("engines", "relationship")
"""The engines' own names are the field's: `solve`, `update`, `frontier`."""


def ing(found: Iterable[Module]) -> list[str]:
    """Modules and packages called after something going on, with `-ing` at the end."""
    names: dict[str, None] = {}
    for module in found:
        *folders, file = module.name.removesuffix(".py").split("/")
        places = [
            *("/".join(folders[: depth + 1]) for depth in range(len(folders))),
            "/".join([*folders, file]),
        ]
        for place in places:
            word = place.rpartition("/")[2]
            if word.endswith("ing") and word.rpartition("_")[2] not in STANDARD:
                names[place] = None
    return sorted(names)


def functions(found: Iterable[Module]) -> Iterator[tuple[str, str]]:
    """Each function with its module, outside the engines; what Python itself calls (`__init__`) is left out."""
    for module in found:
        if module.name.split("/")[0] in ENGINES:
            continue
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("__"):
                yield module.name, node.name


def is_bare(name: str) -> bool:
    """Whether a name is one word.

    >>> is_bare("shown"), is_bare("_shown"), is_bare("archive_goal")
    (True, True, False)
    """
    return "_" not in name.strip("_")


def bare_words(names: Iterable[str]) -> Counter[str]:
    """How often each name of one word is given."""
    return Counter(name.strip("_") for name in names if is_bare(name))
