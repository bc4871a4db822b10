"""The files that are measured: product code, templates, and the rooms they belong to."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PRODUCT = ROOT / "src" / "bothand"
BUILDERS = "cases.py"
"""What builds states for tests. It counts as tests, wherever it lies."""


@dataclass(frozen=True)
class Module:
    """A Python file of the product."""

    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @property
    def name(self) -> str:
        return self.path.relative_to(PRODUCT).as_posix()

    @property
    def builds_for_tests(self) -> bool:
        return self.path.name == BUILDERS


def modules(folder: Path = PRODUCT) -> list[Module]:
    """Every Python file below a folder that is no test, builders of tests included."""
    return [
        Module(path) for path in sorted(folder.rglob("*.py")) if "tests" not in path.relative_to(folder).parts
    ]


def rooms() -> list[Path]:
    """The folder of each room: those with a manifest."""
    return sorted(path.parent for path in (PRODUCT / "rooms").glob("*/room.py"))


def templates() -> list[Path]:
    """Every template."""
    return sorted(PRODUCT.rglob("templates/**/*.html"))
