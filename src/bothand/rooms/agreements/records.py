"""What is sealed of agreements: all in *ours*. What each answers alone lies in *mine*, as the meeting place keeps it."""

from typing import Literal

import msgspec

from bothand.vault.records import Dated, Shelf, kind

Serious = Literal["", "little", "some", "much"]
Changeable = Literal["", "yes", "partly", "no"]


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
