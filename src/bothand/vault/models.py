"""The one table of personal content. Its shape is made by RunSQL; this class is for Django's book-keeping."""

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
