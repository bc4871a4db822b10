"""What is sealed about a matter, in *ours*, and what stands for it."""

from typing import Final, Literal

import msgspec

from bothand.domain.digests import digest_values
from bothand.vault.context import fold_parts
from bothand.vault.records import Dated, Shelf, kind

MOST_QUESTIONS: Final = 8
FEWEST_OPTIONS: Final = 2
MOST_OPTIONS: Final = 8

Serious = Literal["", "little", "somewhat", "a lot"]
Changeable = Literal["", "yes", "partly", "no"]


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """One option of a question. `by` is the account of who thought of it;
    `for_other` says that it is meant for the other. `who` are the accounts of those who take part in it, nobody for both.
    """

    text: str
    by: bytes
    for_other: bool = False
    who: tuple[bytes, ...] = ()


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Something to be settled, and its options."""

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


def voice_id(matter: bytes, author: bytes) -> bytes:
    """Where somebody's words about a matter lie."""
    return fold_parts(b"agreements voice", matter, author)


def agreement_id(matter: bytes) -> bytes:
    """Where the agreement that comes of a matter lies: one, however often it is negotiated again."""
    return fold_parts(b"agreements agreement", matter)


def questions_digest(matter: Matter) -> bytes:
    """Stands for exactly these questions and options, and who takes part in each. Sixteen bytes."""
    asked = [
        (one.name, [(option.text, list(option.who)) for option in one.options]) for one in matter.questions
    ]
    return digest_values(b"questions", asked)
