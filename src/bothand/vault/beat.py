"""One row of noise, written over at each beat of the sweep: the file changes alike, whether somebody was here or not."""

from typing import Final

from django.db import connection

from bothand.vault.randomness import random_bytes

NOISE_BYTES: Final = 16


def write_beat() -> None:
    """Write over the one row."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO vault_beat (id, noise) VALUES (1, %s) ON CONFLICT (id) DO UPDATE SET noise = excluded.noise",
            [random_bytes(NOISE_BYTES)],
        )
