"""The public key of an organisation is looked at before anything is sealed to it."""

import pytest

from onlinesafe_tui.domain.bech32 import is_age_recipient

RECIPIENT = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"


@pytest.mark.parametrize("given", [RECIPIENT, f" {RECIPIENT}\n", RECIPIENT.upper()])
def test_the_public_key_of_an_organisation_is_known(given: str) -> None:
    assert is_age_recipient(given)


@pytest.mark.parametrize(
    "given",
    [
        "",
        "age1",
        RECIPIENT[:-1],
        f"{RECIPIENT}q",
        RECIPIENT.replace("ql3z", "qi3z"),
        RECIPIENT.replace("ql3z", "ql3y"),
        "AGE-SECRET-KEY-18F6WXTRT9TFACPV6AKDRC9P7W69Y9YYQ599T37L9RXECHDWV29EQJK7DRV",
        "ssh-ed25519 AAAA",
        "age1" + "é" * 58,
    ],
)
def test_what_is_cut_mistyped_or_secret_is_not_one(given: str) -> None:
    assert not is_age_recipient(given)
