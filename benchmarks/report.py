"""How a benchmark's figures are shown and kept: a table to read, JSON to compare, and which machine it was."""

import json
import os
import platform
from pathlib import Path
from typing import Any

Result = dict[str, Any]


def machine() -> dict[str, Any]:
    """What the figures depend on, and nothing that names the machine itself."""
    from importlib.metadata import PackageNotFoundError, version

    packages = {}
    for name in ("Django", "granian", "numpy", "cryptography"):
        try:
            packages[name] = version(name)
        except PackageNotFoundError:
            continue
    return {
        "cpu": _cpu_model(),
        "cores": os.cpu_count() or 1,
        "system": platform.system(),
        "python": platform.python_version(),
        "packages": packages,
    }


def check(result: Result) -> Result:
    """The result again. Raises TypeError or ValueError when it has another shape than benchmarks/README.md says."""
    for key, kind in (("name", str), ("tables", list), ("notes", list)):
        if not isinstance(result.get(key), kind):
            raise TypeError(f"a benchmark's result needs {key!r} as {kind.__name__}")
    for table in result["tables"]:
        width = len(table["columns"])
        for row in table["rows"]:
            if len(row) != width:
                raise ValueError(f"table {table['title']!r}: {row} does not fit {width} columns")
    return result


def as_markdown(result: Result, on: dict[str, Any]) -> str:
    """The whole result as a page."""
    parts = [f"# {result['name']}\n", f"{_sentence(on)}\n"]
    for table in result["tables"]:
        parts.append(f"## {table['title']}\n")
        parts.append(_row(table["columns"]))
        parts.append("|" + "---|" * len(table["columns"]))
        parts.extend(_row(row) for row in table["rows"])
        parts.append("")
    parts.extend(f"- {note}" for note in result["notes"])
    return "\n".join(parts).rstrip() + "\n"


def as_text(result: Result) -> str:
    """The tables with aligned columns, for a terminal."""
    lines = [result["name"]]
    for table in result["tables"]:
        rows = [[_cell(cell) for cell in row] for row in (table["columns"], *table["rows"])]
        widths = [max(len(row[column]) for row in rows) for column in range(len(table["columns"]))]
        lines += ["", table["title"]]
        lines += [
            "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            for row in rows
        ]
    lines += ["", *(f"- {note}" for note in result["notes"])]
    return "\n".join(lines)


def as_json(result: Result, on: dict[str, Any]) -> str:
    """Result and machine, for comparing runs."""
    return json.dumps({**result, "machine": on}, indent=1, ensure_ascii=False, default=float) + "\n"


def keep_text(text: str, folder: Path) -> None:
    """Keep what `as_json` gave: NAME.json as it is, NAME.md to read."""
    result = json.loads(text)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{result['name']}.json").write_text(text, encoding="utf-8")
    (folder / f"{result['name']}.md").write_text(as_markdown(result, result["machine"]), encoding="utf-8")


def _row(cells: list[Any]) -> str:
    return "| " + " | ".join(_cell(cell).replace("|", "\\|") for cell in cells) + " |"


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def _sentence(on: dict[str, Any]) -> str:
    packages = ", ".join(f"{name} {number}" for name, number in on["packages"].items())
    return (
        f"Measured on {on['cores']} cores of {on['cpu']}, {on['system']}, Python {on['python']}, {packages}."
    )


def _cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    for line in lines:
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return platform.machine()
