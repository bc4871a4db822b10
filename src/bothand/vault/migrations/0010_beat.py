from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("vault", "0002_shared"),
    ]

    operations = [
        migrations.CreateModel(
            name="Beat",
            fields=[
                ("id", models.SmallIntegerField(primary_key=True, serialize=False)),
                ("noise", models.BinaryField(max_length=16)),
            ],
            options={
                "db_table": "vault_beat",
            },
        ),
    ]
