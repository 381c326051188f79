"""Web addresses: which ones a browser may be asked to open, and how each is written in full."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 500
"""Characters of the longest address that may be opened: all of it is on the screen at once, in a small window too."""

_ADDRESS: Final = re.compile(r"https://([^/?#]+)([/?#].*)?", re.IGNORECASE)
_HOST: Final = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.?")
_NUMBERS: Final = re.compile(r"(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}")
_LOOKS_LIKE_NUMBER: Final = re.compile(r"\d+|0x[0-9a-f]*")
_LONGEST_HOST: Final = 253
_HIGHEST_PORT: Final = 65535

_KEPT: Final = re.compile(r"[A-Za-z0-9\-._~/?#&=+,:@]")
"""Characters that stay as they are after the host: none means anything to a shell between quotation marks."""

_ENCODED: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_WRITTEN_OUT: Final = "!$'()*;[]|"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address on the internet that a browser may be asked to open."""

    whole: str
    """All of it in plain ASCII, as a browser gets it and as it is shown before."""

    written: str = ""
    """The name of the site with letters that are not ASCII, as a person reads it; empty when all letters are."""


def web_address(text: str) -> WebAddress | None:
    """Read an address; None for anything that is not plainly one of a site on the internet.

    Only https, with the name of a site, without the name of a user, and without any character that cannot be seen or
    that turns others around.
    """
    found = _ADDRESS.fullmatch(text) if text.isprintable() else None
    if found is None:
        return None
    name, colon, port = found[1].partition(":")
    host, rest = _host(name), _plain_rest(found[2] or "")
    if host is None or rest is None or (colon and not _is_port(port)):
        return None
    plain, written = host
    whole = f"https://{plain}{colon}{port}{rest}"
    return WebAddress(whole, written) if len(whole) <= LONGEST else None


def _host(name: str) -> tuple[str, str] | None:
    """Return the name of a site as browsers look it up, and with its letters, empty when all are ASCII.

    None when it is no name, or one that others could read as another one.
    """
    written = name.lower()
    if not all(map(_is_of_words, written)):
        return None
    plain = written
    if not written.isascii() or "xn--" in written:
        try:
            plain = written.encode("idna").decode("ascii")
            read = plain.encode("ascii").decode("idna")
        except UnicodeError:
            return None
        # What reads back differently is one site to this program and another one to a browser.
        if written not in (read, plain):
            return None
        written = read
    if len(plain) > _LONGEST_HOST or not _HOST.fullmatch(plain):
        return None
    is_number = _LOOKS_LIKE_NUMBER.fullmatch(plain.rstrip(".").rpartition(".")[2])
    if is_number and not _NUMBERS.fullmatch(plain):
        return None
    return plain, "" if written.isascii() else written


def _is_of_words(letter: str) -> bool:
    """Tell whether a character belongs in a name: no sign that only looks like one between the parts of an address."""
    return letter in "-." or letter.isalnum() or unicodedata.category(letter).startswith("M")


def _plain_rest(rest: str) -> str | None:
    """Return what follows the host in plain ASCII; None when there is a character in it that no address has."""
    plain: list[str] = []
    at = 0
    while at < len(rest):
        letter = rest[at]
        if encoded := _ENCODED.match(rest, at):
            plain.append(encoded[0].upper())
            at = encoded.end()
            continue
        if _KEPT.fullmatch(letter):
            plain.append(letter)
        elif letter in _WRITTEN_OUT or not letter.isascii():
            plain.extend(f"%{byte:02X}" for byte in letter.encode())
        else:
            return None
        at += 1
    return "".join(plain)


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 5 and 0 < int(text) <= _HIGHEST_PORT
