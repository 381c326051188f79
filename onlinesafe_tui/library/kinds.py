"""What kinds of content there are, and how well what they say is known."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """The kinds of content, named as their folders."""

    STEP = "steps"
    QUESTION = "questions"
    ADVICE = "advice"
    PLATFORM = "platforms"
    CONTACT = "contacts"
    LAW = "laws"
    TEMPLATE = "templates"
    PREVENTION = "prevention"
    AGREEMENT = "agreements"
    MEETING = "meetings"
    POLICY = "policy"
    ABOUT = "about"
    ORGANISATION = "organisation"


class Status(StrEnum):
    """How well a fact is known."""

    VERIFIED = "verified"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


LINKED: Final = {
    "contact": Kind.CONTACT,
    "law": Kind.LAW,
    "platform": Kind.PLATFORM,
    "template": Kind.TEMPLATE,
    "step": Kind.STEP,
    "organisation": Kind.ORGANISATION,
}
"""The kinds of page that a link can lead to, by how links name them."""
