from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0030_session_secrets"),
    ]

    operations = [
        migrations.CreateModel(
            name="Passkey",
            fields=[
                ("id", models.BinaryField(max_length=16, primary_key=True, serialize=False)),
                ("account", models.BinaryField(db_index=True, max_length=16)),
                ("sealed", models.BinaryField()),
            ],
        ),
    ]
