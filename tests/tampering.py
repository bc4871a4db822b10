"""What somebody with the database can do to it: rows read, changed and put back as whoever runs the machine would."""

from collections.abc import Callable
from typing import Any

import msgspec
from django.db import connection
from tests.people import Person

from bothand.accounts import meeting_place, sessions
from bothand.accounts.models import Account

Row = dict[str, Any]
Way = Callable[[list[Row], list[Row]], None]
"""Changes rows of the victim; the second list holds a stranger's rows of the same table."""


# Ways to change a column


def among_themselves(column: str) -> Way:
    def change(rows, _theirs):
        values = [row[column] for row in rows]
        for row, value in zip(rows, values[1:] + values[:1], strict=True):
            row[column] = value

    return change


def with_a_stranger(column: str) -> Way:
    def change(rows, theirs):
        for number, row in enumerate(rows):
            row[column] = theirs[number % len(theirs)][column]

    return change


def to_another_column(column: str, other: str) -> Way:
    def change(rows, _theirs):
        for row in rows:
            row[column] = row[other]

    return change


def by(column: str, step: int) -> Way:
    def change(rows, _theirs):
        for row in rows:
            row[column] += step

    return change


def bytes_of(column: str, alter: Callable[[bytes], bytes]) -> Way:
    def change(rows, _theirs):
        for row in rows:
            row[column] = alter(row[column])

    return change


def flipped(share: float) -> Callable[[bytes], bytes]:
    """One bit changed, this far into the bytes: 0 at the beginning, 1 at the end."""

    def alter(raw):
        at = round(share * (len(raw) - 1))
        return raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]

    return alter


def lowered(raw: bytes) -> bytes:
    """An envelope that asks for less work than it was made with."""
    _, passes, lanes, salt, sealed = msgspec.msgpack.decode(raw)
    return msgspec.msgpack.encode((1, passes, lanes, salt, sealed))


def damaged(column: str) -> dict[str, Way]:
    """What can be done to any sealed bytes."""
    return {
        "a flipped bit": bytes_of(column, flipped(0.5)),
        "a flipped bit in its first byte": bytes_of(column, flipped(0.0)),
        "a flipped bit in its last byte": bytes_of(column, flipped(1.0)),
        "of a later format": bytes_of(column, lambda raw: b"\x02" + raw[1:]),
        "cut in half": bytes_of(column, lambda raw: raw[: len(raw) // 2]),
        "cut by a byte": bytes_of(column, lambda raw: raw[:-1]),
        "longer by a byte": bytes_of(column, lambda raw: raw + b"\0"),
        "empty": bytes_of(column, lambda _raw: b""),
        "of a stranger": with_a_stranger(column),
    }


SEALED: dict[str, dict[str, Way]] = {
    "vault_document.sealed": damaged("sealed")
    | {
        "of another row": among_themselves("sealed"),
        "under another id": among_themselves("id"),
        "of a later revision": by("revision", 1),
        "of an earlier revision": by("revision", -1),
        "of a later epoch": by("epoch", 1),
        "of a closed epoch": by("epoch", -1),
        "with another purpose": bytes_of("sealed", lambda _raw: bytes(Account.objects.first().keyring)),
    },
    "accounts_account.by_password": damaged("by_password")
    | {
        "with another purpose": to_another_column("by_password", "by_code"),
        "lowered": bytes_of("by_password", lowered),
    },
    "accounts_account.by_code": damaged("by_code")
    | {
        "with another purpose": to_another_column("by_code", "by_password"),
        "lowered": bytes_of("by_code", lowered),
    },
    "accounts_account.keyring": damaged("keyring")
    | {
        "of a later revision": by("keyring_revision", 1),
        "of an earlier revision": by("keyring_revision", -1),
        "with another purpose": to_another_column("keyring", "by_password"),
    },
    "accounts_passkey.sealed": damaged("sealed")
    | {
        "of another row": among_themselves("sealed"),
        "under another id": among_themselves("id"),
        "of another account": with_a_stranger("account"),
        "with another purpose": bytes_of("sealed", lambda _raw: bytes(Account.objects.first().keyring)),
    },
    "accounts_session.one": damaged("one")
    | {
        "of another row": among_themselves("one"),
        "with another purpose": to_another_column("one", "two"),
        "of another account": with_a_stranger("account"),
    },
    "accounts_session.two": damaged("two")
    | {"of another row": among_themselves("two"), "with another purpose": to_another_column("two", "one")},
    "accounts_session.pin": damaged("pin")
    | {
        "of another row": among_themselves("pin"),
        "with another purpose": bytes_of("pin", lambda _raw: bytes(Account.objects.first().by_password)),
        "lowered": bytes_of("pin", lowered),
    },
    "accounts_invitation.sealed": damaged("sealed")
    | {"with another purpose": bytes_of("sealed", lambda _raw: bytes(Account.objects.first().keyring))},
    "accounts_session.previous": damaged("previous") | {"of another row": among_themselves("previous")},
    "accounts_session.label": damaged("label")
    | {
        "of another row": among_themselves("label"),
        "with another purpose": to_another_column("label", "one"),
    },
}


# The database, read and written as whoever runs the machine would


def rows_of(table: str, **where: bytes) -> list[Row]:
    with connection.cursor() as cursor:
        marks = " AND ".join(f"{column} = %s" for column in where) or "1 = 1"
        cursor.execute(f"SELECT * FROM {table} WHERE {marks} ORDER BY 1, 2", [*where.values()])
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def put_back(table: str, where: dict[str, bytes], rows: list[Row]) -> None:
    with connection.cursor() as cursor:
        marks = " AND ".join(f"{column} = %s" for column in where)
        cursor.execute(f"DELETE FROM {table} WHERE {marks}", [*where.values()])
        for row in rows:
            cursor.execute(f"INSERT INTO {table} VALUES ({', '.join(['%s'] * len(row))})", [*row.values()])


def tamper(table: str, way: Way, who: Person, stranger: Person, *, between: bool = False) -> list[Row]:
    """Change all rows of `who`; the rows as they lie from now on. `between`: the documents in *ours*, not in *mine*."""
    mine, theirs = (
        {
            "accounts_account": {"id": one.opened.id},
            "accounts_session": {"account": one.opened.id},
            "accounts_passkey": {"account": one.opened.id},
        }.get(table, {"space": one.ours.id if between and one.ours else one.mine.id})
        for one in (who, stranger)
    )
    rows = rows_of(table, **mine)
    way(rows, rows_of(table, **theirs))
    put_back(table, mine, rows)
    return rows


WHOSE = ("space", "account", "id")
"""The column that says whose a row is: the first of these that its table has."""


def still_there(table: str, rows: list[Row]) -> bool:
    """Whether each of these rows lies there as it is."""
    if not rows:
        return True
    column = next(name for name in WHOSE if name in rows[0])
    whose = list({row[column] for row in rows})
    with connection.cursor() as cursor:
        marks = ", ".join(["%s"] * len(whose))
        cursor.execute(f"SELECT * FROM {table} WHERE {column} IN ({marks})", whose)
        now = set(cursor.fetchall())
    return all(tuple(row.values()) in now for row in rows)


# The machine, as whoever runs it has it


def run_sql(statement: str, *values: object) -> None:
    """Whatever can be said to the database, also what makes tables, triggers and views."""
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def restart_server() -> None:
    """What the serving process held in memory is gone; everybody is locked."""
    meeting_place.PLACE.clear()
    sessions.lock_everything()


def literal(raw: bytes) -> str:
    """Bytes as they stand in a statement that takes no values, as one that makes a trigger."""
    return f"x'{raw.hex()}'"
