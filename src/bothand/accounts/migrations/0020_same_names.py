"""Names need not be one person's alone: the password tells namesakes apart, so signing up tells nobody which names exist."""

from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("accounts", "0002_invitation")]

    operations: ClassVar = [
        migrations.AlterField("account", "login", models.BinaryField(db_index=True, max_length=32)),
    ]
