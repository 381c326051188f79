"""What a process of its own does to open one address in a browser, without a terminal that a browser could take."""

import sys

OPENED, NO_BROWSER, IN_A_TERMINAL = 0, 11, 12
"""What the process ends with."""


def open_address(address: str) -> int:
    """Ask the browser of this computer to open an address; say what became of that."""
    import webbrowser  # noqa: PLC0415  (only what opens an address loads what can)

    try:
        browser = webbrowser.get()
        kind = type(browser).__name__
        # Of those that webbrowser knows by itself, these two kinds are for browsers that draw in a terminal.
        if kind in ("GenericBrowser", "Elinks") and not _is_chosen():
            return IN_A_TERMINAL
        return OPENED if browser.open(address) else NO_BROWSER
    except (webbrowser.Error, OSError):
        return NO_BROWSER


def _is_chosen() -> bool:
    """Tell whether somebody set which browser it is, which was looked at before this process began."""
    import os  # noqa: PLC0415  (likewise)

    return bool(os.environ.get("BROWSER"))


if __name__ == "__main__":
    sys.exit(open_address(sys.argv[1]))
