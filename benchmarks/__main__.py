"""`python -m benchmarks NAME [--json FILE] [--quick] [--answers FOLDER]`, or `all` to run each and keep its result."""

import ast
import os
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import click

from benchmarks.report import as_json, as_text, check, keep_text, machine

HERE = Path(__file__).parent
RESULTS = HERE / "results"
PEERS_PYTHON = HERE.parent / ".venv-bench" / "bin" / "python"


def found() -> dict[str, bool]:
    """Every module here with a `run`, and whether it says `PEERS = True`: read, not imported.

    Peers live in an environment of their own, so one of the two kinds could not be imported anyway.
    """
    benchmarks = {}
    for path in sorted(HERE.glob("*.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        if any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in body):
            benchmarks[path.stem] = any(
                "PEERS = True" in ast.unparse(node) for node in body if isinstance(node, ast.Assign)
            )
    return benchmarks


def run_here(name: str, json_file: Path | None, *, quick: bool, answers: Path | None) -> None:
    """Run one benchmark in this interpreter, show its tables, write its JSON."""
    given = {"answers": answers} if answers else {}
    result = check(import_module(f"benchmarks.{name}").run(quick=quick, **given))
    click.echo(as_text(result) + "\n")
    if json_file is not None:
        json_file.write_text(as_json(result, machine()), encoding="utf-8")


def run_there(name: str, json_file: Path | None, *, quick: bool, answers: Path | None = None) -> int:
    """Run one benchmark in the interpreter it needs; its exit code."""
    peers = found()[name]
    if peers and not PEERS_PYTHON.exists():
        click.echo(f"{name} measures against peers, which `make bench` installs into .venv-bench.", err=True)
        return 1
    python = str(PEERS_PYTHON) if peers else sys.executable
    options = [*(["--json", str(json_file)] if json_file else []), *(["--quick"] if quick else [])]
    options += ["--answers", str(answers)] if answers else []
    paths = os.pathsep.join([str(HERE.parent / "src"), str(HERE.parent)])
    # One thread: small matrices get slower with more, and figures less steady.
    environment = {**os.environ, "PYTHONPATH": paths, "OMP_NUM_THREADS": "1", "BOTHAND_BENCHMARK": name}
    return subprocess.run(
        [python, "-m", "benchmarks", name, *options], env=environment, check=False
    ).returncode


def run_all(*, quick: bool) -> list[str]:
    """Run each in a process of its own and keep its result (a quick one is not kept); the names that failed."""
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        for name in found():
            click.echo(f"{name} ...", err=True)
            json_file = Path(folder) / f"{name}.json"
            if run_there(name, json_file, quick=quick):
                failed.append(name)
            elif not quick:
                keep_text(json_file.read_text(encoding="utf-8"), RESULTS)
    return failed


@click.command()
@click.argument("name")
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path), help="Write figures and machine here too."
)
@click.option("--quick", is_flag=True, help="Fewer rounds, to see that it works; not for comparing.")
@click.option(
    "--answers",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="For `measure`: a folder of real people's answers.",
)
def main(name: str, json_file: Path | None, quick: bool, answers: Path | None) -> None:
    """Run the benchmark NAME, or all of them and keep their results."""
    known = found()
    if name == "all":
        failed = run_all(quick=quick)
        if failed:
            sys.exit(f"Failed: {', '.join(failed)}")
    elif name not in known:
        raise click.ClickException(
            f"There is no benchmark {name!r}. There are: {', '.join(known) or 'none yet'}."
        )
    elif answers and name != "measure":
        raise click.ClickException("--answers is for `measure` alone.")
    elif os.environ.get("BOTHAND_BENCHMARK") == name:
        run_here(name, json_file, quick=quick, answers=answers)
    else:
        sys.exit(run_there(name, json_file, quick=quick, answers=answers))


main()
