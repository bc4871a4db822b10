"""The one table of personal content, and what goes with it. Its shape is made by RunSQL; this class is for Django's book-keeping."""

from django.db import models


class Document(models.Model):
    """A sealed document. No clock, no author, no kind: all of that is inside."""

    pk = models.CompositePrimaryKey("space", "id")
    space = models.BinaryField(max_length=16)
    id = models.BinaryField(max_length=16)
    epoch = models.IntegerField()
    revision = models.BigIntegerField()
    shelf = models.BinaryField(max_length=8)
    sealed = models.BinaryField()

    class Meta:
        db_table = "vault_document"

    def __str__(self) -> str:
        return "a sealed document"


class Shared(models.Model):
    """A space of two: the epoch in which it may be written, and how many hold its key.

    `waits` says that one of them made new keys and the other has yet to open a fresh link.
    """

    id = models.BinaryField(primary_key=True, max_length=16)
    epoch = models.IntegerField(default=1)
    holders = models.SmallIntegerField(default=1)
    waits = models.BooleanField(default=False)

    class Meta:
        db_table = "vault_shared"

    def __str__(self) -> str:
        return "a shared space"


class Beat(models.Model):
    """One row of noise, so that a sweep that locks somebody is no more than one that does not (vault.beat)."""

    id = models.SmallIntegerField(primary_key=True)
    noise = models.BinaryField(max_length=16)

    class Meta:
        db_table = "vault_beat"

    def __str__(self) -> str:
        return "noise"
