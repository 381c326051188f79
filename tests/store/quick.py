"""A sealer of passphrases that takes no time and protects nothing. For tests only."""

import hashlib

PASSPHRASE = "four words to keep"


class QuickSealer:
    """Puts a checksum of the passphrase before the text."""

    def seal(self, text: bytes, passphrase: str) -> bytes:
        return _checksum(passphrase) + text

    def open(self, sealed: bytes, passphrase: str) -> bytes | None:
        checksum, text = sealed[:32], sealed[32:]
        return text if checksum == _checksum(passphrase) else None


def _checksum(passphrase: str) -> bytes:
    return hashlib.sha256(passphrase.encode()).digest()
