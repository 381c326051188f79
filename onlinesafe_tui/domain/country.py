"""Where the professional works; police, law and help lines follow from it."""

from enum import StrEnum


class Country(StrEnum):
    """A country whose rules are known here."""

    NL = "nl"
    BE = "be"
