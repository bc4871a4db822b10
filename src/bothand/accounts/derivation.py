"""The key derivation that serves people. Tests replace `KDF` in this process; nothing that `serve` reads can."""

from bothand.vault.kdf import Argon2idKdf, Kdf

KDF: Kdf = Argon2idKdf()
