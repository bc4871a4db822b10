"""`bothand demo`: two invented people with a year behind them, in a folder of its own."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import click

from bothand.cli.folder import PRIVATE_FILE, DataFolder, default_folder, prepare_folder, sole_use
from bothand.cli.refusal import Refusal
from bothand.cli.serve import serve
from bothand.cli.shown import say


def demo_folder() -> Path:
    """Where the demo lies unless said otherwise: beside the real data, never in it."""
    return default_folder().with_name("bothand-demo")


@click.command("demo")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=True),
    default=demo_folder,
    show_default="~/.local/share/bothand-demo",
    help="A folder for the demo alone.",
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port.")
@click.option("--fresh", is_flag=True, help="Make the year anew, up to today; what was tried there goes.")
@click.pass_context
def demo(context: click.Context, *, data: Path, port: int, fresh: bool) -> None:
    """Serve a demo: two invented people with a year behind them.

    Everything in it is invented, and every page says so. It never touches a folder that holds anything else.
    """
    os.umask(0o077)
    folder = prepare_folder(data)
    with sole_use(folder):
        made = make_demo(folder, fresh=fresh)
    _show_people(made=made)
    context.invoke(serve, host=None, port=port, data=data, tls_cert=None, tls_key=None, lan=False,
                   behind_proxy=False, open_door=False)  # fmt: skip


def make_demo(folder: DataFolder, *, fresh: bool, today: dt.date | None = None) -> bool:
    """Make the year up to the day before `today`, if it is not there whole; whether it was made now.

    Raises Refusal for a folder of anybody's.
    """
    from bothand.cli import preparation
    from bothand.shell.demo import is_demo, is_whole, mark_demo

    database = folder.database
    if (database.exists() and not is_demo(database)) or folder.unfinished.exists():
        raise Refusal(
            f"{folder.path} holds data that is no demo's. Nothing was touched. Give another folder with --data."
        )
    if is_whole(database) and not fresh:
        return False
    for name in ("", "-wal", "-shm"):
        database.with_name(database.name + name).unlink(missing_ok=True)
    folder.peopled.unlink(missing_ok=True)
    # Marked before anything is in it: a demo that was cut short is one, and is made anew.
    database.touch(mode=PRIVATE_FILE)
    mark_demo(database, whole=False)
    os.environ["BOTHAND_DATA"] = str(folder.path.resolve())
    preparation.prepare_to_serve(folder)
    say("Making two people and their year. This takes some seconds.")
    done = subprocess.run(
        [sys.executable, "-m", "bothand.cli.demo"],
        input=(today or dt.datetime.now(dt.UTC).date()).isoformat(),
        # Small matrices: more threads only wait for one another, for minutes on a busy machine.
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise Refusal(f"The demo could not be made: {last}")
    mark_demo(database, whole=True)
    return True


def _show_people(*, made: bool) -> None:
    from bothand.cli.demo.story import load_people

    say("Two invented people" + (", a year up to yesterday." if made else ", as you left them."))
    for one in load_people():
        say(f"  sign in as  {one.login}   password  {one.password}")
    say("Both can be open at once, in two windows of which one is private.\n")
