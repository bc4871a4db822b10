"""The table of sealed documents, WITHOUT ROWID on SQLite: no hidden counter tells in which order rows came."""

from typing import Any

from django.db import migrations, models

SQLITE = """
CREATE TABLE vault_document (
    space BLOB NOT NULL,
    id BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    shelf BLOB NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (space, id)
) WITHOUT ROWID
"""
POSTGRESQL = """
CREATE TABLE vault_document (
    space BYTEA NOT NULL,
    id BYTEA NOT NULL,
    epoch INTEGER NOT NULL,
    revision BIGINT NOT NULL,
    shelf BYTEA NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (space, id)
)
"""
INDEX = "CREATE INDEX vault_document_shelf ON vault_document (space, shelf)"


class CreateByVendor(migrations.RunSQL):
    """RunSQL whose text depends on the database."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL
        for statement in (table, INDEX):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    initial = True
    dependencies = ()
    operations = (
        CreateByVendor(
            sql="",
            reverse_sql="DROP TABLE vault_document",
            state_operations=[
                migrations.CreateModel(
                    name="Document",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "space", "id", blank=True, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("space", models.BinaryField(max_length=16)),
                        ("id", models.BinaryField(max_length=16)),
                        ("epoch", models.IntegerField()),
                        ("revision", models.BigIntegerField()),
                        ("shelf", models.BinaryField(max_length=8)),
                        ("sealed", models.BinaryField()),
                    ],
                    options={"db_table": "vault_document"},
                ),
            ],
        ),
    )
