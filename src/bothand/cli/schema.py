"""What the migrations of this version make of an empty database, and how a given one differs.

Whoever has the file can add a trigger, a view, an index or a table, or change what a table does with a row. None of
that needs a key, and a trigger runs inside the program's own writes. So the whole schema is compared, word for word.

What needs Django runs in a short process of its own (`python -m bothand.cli.schema`), beside an empty folder.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from typing import Final, NamedTuple

from bothand.cli.database import DamagedError
from bothand.shell.demo import INVENTED
from bothand.vault import schema_watch

# What is kept in the head of the file, beside the schema.
_SETTINGS: Final = ("application_id", "user_version", "auto_vacuum", "encoding")


class Schema(NamedTuple):
    """`objects` gives each table, index, trigger and view by kind and name: the text that made it.

    `word` stands for all of them as they were read, for the server that goes on watching.
    """

    objects: dict[tuple[str, str], str]
    settings: dict[str, str]
    word: str = ""


def read_schema(connection: sqlite3.Connection) -> Schema:
    """The schema of an open database."""
    rows = connection.execute(schema_watch.OBJECTS).fetchall()
    objects = {(sort, name): f"{table}: {_fold_spaces(text)}" for sort, name, table, text in rows}
    settings = {name: str(connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in _SETTINGS}
    if settings["application_id"] == str(INVENTED):
        # A demo says so there, on each of its pages too, and how far it was made.
        settings |= {"application_id": "0", "user_version": "0"}
    return Schema(objects, settings, schema_watch.fold_objects(rows))


def make_schema() -> Schema:
    """The schema that migrations make, from a process of its own. Raises DamagedError where the program cannot say."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-m", "bothand.cli.schema"],
            env={**os.environ, "BOTHAND_DATA": folder},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise DamagedError(f"its schema cannot be compared: {last}")
    objects, settings = json.loads(done.stdout)
    return Schema({(sort, name): text for sort, name, text in objects}, settings)


def find_intruders(found: Schema) -> list[str]:
    """The triggers and views of a database, as words. Bothand makes none, in no version."""
    return sorted(f"the {sort} {name}" for sort, name in found.objects if sort in {"trigger", "view"})


def find_differences(found: Schema, made: Schema) -> list[str]:
    """How a database differs from what migrations make, as words; empty where it does not.

    >>> made = Schema({("table", "a"): "a: CREATE TABLE a (b)"}, {"user_version": "0"})
    >>> find_differences(Schema({("trigger", "t"): "a: CREATE TRIGGER t"}, {"user_version": "7"}), made)
    ['the trigger t is not of Bothand', 'the table a is missing', 'the setting user_version is 7, not 0']
    """
    return [
        *(
            f"the {sort} {name} is not of Bothand"
            for sort, name in sorted(found.objects.keys() - made.objects)
        ),
        *(f"the {sort} {name} is missing" for sort, name in sorted(made.objects.keys() - found.objects)),
        *(
            f"the {sort} {name} was changed"
            for (sort, name), text in sorted(made.objects.items())
            if found.objects.get((sort, name), text) != text
        ),
        *(
            f"the setting {name} is {found.settings.get(name)}, not {value}"
            for name, value in made.settings.items()
            if found.settings.get(name) != value
        ),
    ]


def _fold_spaces(text: str | None) -> str:
    return " ".join((text or "").split())


def print_schema() -> None:
    """In the process of its own: migrate an empty database in memory, and print its schema."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bothand.web.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", verbosity=0, interactive=False)
    schema = read_schema(connection.connection)
    objects = [(sort, name, text) for (sort, name), text in schema.objects.items()]
    sys.stdout.write(json.dumps([objects, schema.settings]))


if __name__ == "__main__":
    print_schema()
