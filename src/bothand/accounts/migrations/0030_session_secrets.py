from django.db import migrations, models


class Migration(migrations.Migration):
    """Sessions tell their present secret from older ones. Those from before have none and end: one signs in again."""

    dependencies = [
        ("accounts", "0002_invitation"),
    ]

    operations = [
        migrations.RunSQL("DELETE FROM accounts_session", migrations.RunSQL.noop),
        migrations.AddField("Session", "secret_hash", models.BinaryField(max_length=32)),
        migrations.AddField("Session", "previous", models.BinaryField(null=True)),
    ]
