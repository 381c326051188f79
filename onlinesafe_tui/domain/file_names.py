"""Names that Windows gives no file, wherever one is made: what is made on one computer is opened on another."""

from __future__ import annotations

from pathlib import PureWindowsPath
from typing import Final

from onlinesafe_tui.language import N_

_DIGITS: Final = "123456789¹²³"
_DEVICES: Final = frozenset(
    {
        "AUX",
        "CON",
        "CONIN$",
        "CONOUT$",
        "NUL",
        "PRN",
        *(f"{port}{digit}" for port in ("COM", "LPT") for digit in _DIGITS),
    }
)
_NEVER: Final = frozenset('<>:"/\\|?*')


def is_device(name: str) -> bool:
    """Tell whether Windows means a device by this name, whatever ending it has: writing to it makes no file."""
    return name.partition(".")[0].rstrip(" ").upper() in _DEVICES


def trouble_on_windows(place: str) -> str | None:
    """Say in a few words why Windows makes no file of this name there, or one that nobody finds; None when it does.

    Returns:
        An English message to translate.
    """
    path = PureWindowsPath(place)
    if path.drive.endswith(":") and not path.root:
        return N_("write the whole place, with \\ after the colon")
    names = path.parts[1:] if path.anchor else path.parts
    names = tuple(name for name in names if name not in (".", ".."))
    if any(is_device(name) for name in names):
        return N_("Windows keeps that name for a device")
    if any(sign in _NEVER or ord(sign) < 32 for name in names for sign in name):
        return N_("there is a sign in the name that Windows does not allow")
    if any(name.endswith((".", " ")) for name in names):
        return N_("a name on Windows does not end in a dot or a space")
    return None
