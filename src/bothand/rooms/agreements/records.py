"""What is sealed of agreements: all in *ours*. What each answers alone lies in *mine*, as the meeting place keeps it."""

from typing import Literal

import msgspec

from bothand.vault.records import Dated, Record, Shelf, kind

Serious = Literal["", "little", "some", "much"]
Changeable = Literal["", "yes", "partly", "no"]
Who = Literal["", "one", "two", "both"]
"""Whose a part of a task is today: that of the account whose id comes first, the other's, both alike, not said."""


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One way to settle a question. `by` is the account of who thought of it;
    `for_other` says that it is meant for the other. `who` are the accounts of those who take part in it, nobody for both.
    """

    text: str
    by: bytes
    for_other: bool = False
    who: tuple[bytes, ...] = ()


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Something to be settled, and the ways in which it can be."""

    name: str
    options: tuple[Option, ...] = ()


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A task of the home. `minutes` for doing it once, `times` how often a week, in hundredths; noticing and planning are
    minutes a week. `noticed_by` and the two after it say whose each part is today. `split` says that noticing, planning and
    doing may go to different people; it is not there for a task that is owned whole, whose bytes and digests stay as they
    were before it could be said.
    """

    name: str
    minutes: int
    times: int
    noticing: int = 0
    planning: int = 0
    noticed_by: Who = ""
    planned_by: Who = ""
    done_by: Who = ""
    split: Literal["phases"] | msgspec.UnsetType = msgspec.UNSET


@kind(111, version=2, shelf=Shelf.WRITTEN)
class Matter(Dated, frozen=True, kw_only=True):
    """What an agreement is looked for about. `day` is when it was begun; `area` the area of life that whoever began it
    named, by its name in the model, "" for none.
    """

    title: str
    questions: tuple[Question, ...] = ()
    area: str = ""


@kind(112, shelf=Shelf.WRITTEN)
class Voice(Dated, frozen=True, kw_only=True):
    """What one of the two says about a matter before any numbers. Its id follows from matter and author.

    heard   what I understood of the other's words, said back
    talked  whether we said it to each other instead
    """

    matter: bytes
    serious: Serious = ""
    changeable: Changeable = ""
    gives: str = ""
    fears: str = ""
    heard: str = ""
    talked: bool = False


@kind(118, version=2, shelf=Shelf.STANDS, one_in_all=True)
class Household(Record, frozen=True, kw_only=True):
    """The work of the home. `share` is the part of the minutes, in percent, that the account whose id comes first
    is meant to have.
    """

    tasks: tuple[Task, ...] = ()
    share: int = 50
