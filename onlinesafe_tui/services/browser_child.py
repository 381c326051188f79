"""What a process of its own does to open one address in a browser, without a terminal that a browser could take."""

import sys
from collections.abc import Sequence

OPENED, NO_BROWSER, IN_A_TERMINAL = 0, 11, 12
"""What the process ends with."""


def open_address(address: str, chosen: Sequence[str]) -> int:
    """Ask a browser to open an address; say what became of that.

    Args:
        address: The address.
        chosen: The programs to try, one after the other; none for the browser of this computer.
    """
    import webbrowser  # noqa: PLC0415  (only what opens an address loads what can)

    try:
        # No shell takes part: the address is one argument of the program.
        if any(webbrowser.GenericBrowser([program, "%s"]).open(address) for program in chosen):
            return OPENED
        if chosen:
            return NO_BROWSER
        browser = webbrowser.get()
        # Of those that are known there, these two kinds are for browsers that draw in a terminal.
        if type(browser).__name__ in ("GenericBrowser", "Elinks"):
            return IN_A_TERMINAL
        if isinstance(browser, webbrowser.BackgroundBrowser):
            # Waited for, as whoever started this process does not: one that is ready at once would be taken for none.
            browser = webbrowser.GenericBrowser([browser.name, *browser.args])
        return OPENED if browser.open(address) else NO_BROWSER
    except (webbrowser.Error, OSError):
        return NO_BROWSER


if __name__ == "__main__":
    sys.exit(open_address(sys.argv[1], sys.argv[2:]))
