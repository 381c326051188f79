"""Characters that a console gives in two halves."""

from __future__ import annotations


class Halves:
    """Joins the halves of characters, also when the second one comes only with what is typed next."""

    def __init__(self) -> None:
        """Begin with nothing held back."""
        self._half = ""

    def join(self, units: str) -> str:
        """Return what came as whole characters; a first half at its end waits. A half that stays alone shows as �."""
        came = self._half + units
        whole = came[:-1] if "\ud800" <= came[-1:] <= "\udbff" else came
        self._half = came[len(whole) :]
        return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
