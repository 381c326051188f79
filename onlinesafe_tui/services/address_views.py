"""What is told of a web address before somebody chooses what happens with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onlinesafe_tui.domain.addresses import WebAddress, web_address
from onlinesafe_tui.domain.text import clean_name
from onlinesafe_tui.errors import CopyError
from onlinesafe_tui.language import N_, Words
from onlinesafe_tui.services.browsing import Browser
from onlinesafe_tui.services.clipboard import Clipboard

TITLE: Final = N_("An address on the internet")
COPY: Final = N_("Copy the address")
OPEN: Final = N_("Open it in the browser")
BACK: Final = N_("Go back")
ASKED: Final = N_("Your browser was asked to open it. If you see nothing there, copy the address.")

_LONGEST: Final = 2000
_OPENS: Final = N_(
    "When you choose to open it, your browser does: this program does not go on the internet. The page is not ours. "
    "Whoever uses this computer can see in the history of the browser that you were there."
)
_ELSEWHERE: Final = N_(
    "You work on another computer, over SSH. A browser would open there, not where you are. "
    "Copy the address and open it yourself."
)
_REFUSED: Final = N_(
    "This address is too long, or not written like an ordinary https address. So it is not opened from here. "
    "See whether you trust it before you copy it."
)
_OTHER_LETTERS: Final = N_(
    "The name of this site has letters that can look like others: {name}. Below is how the browser reads it."
)


@dataclass(frozen=True, slots=True)
class AddressView:
    """A web address, to look at before anything happens with it."""

    shown: str
    """All of it, as it is opened and copied."""

    told: tuple[str, ...]
    """What is known of it and of opening it, in sentences."""

    opens: WebAddress | None
    """What the browser may be asked to open; None when it is only copied."""


def address_view(target: str, browser: Browser, words: Words) -> AddressView:
    """Tell of a web address what a person should know before it is opened."""
    address = web_address(target)
    if address is None:
        return AddressView(clean_name(target, longest=_LONGEST), (words(_REFUSED),), None)
    name = (words(_OTHER_LETTERS, name=clean_name(address.written)),) if address.written else ()
    if browser.is_elsewhere:
        return AddressView(address.whole, (words(_ELSEWHERE), *name), None)
    return AddressView(address.whole, (words(_OPENS), *name), address)


def copy_address(address: str, clipboard: Clipboard) -> str:
    """Copy an address, and return what is to be said about it, an English message to translate."""
    try:
        clipboard.copy(address)
    except CopyError:
        return N_("The clipboard cannot be reached from here. Type the address by hand.")
    return N_("Copied. Paste it where it has to go; nothing is sent from here.")
