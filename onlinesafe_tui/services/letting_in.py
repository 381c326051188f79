"""Letting an organisation open what is kept: how it is now, and what a person reads before choosing it."""

from __future__ import annotations

from dataclasses import dataclass

from onlinesafe_tui.language import N_, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """Whether an organisation can open what is kept, and what to say about that."""

    name: str
    """The name of the organisation whose texts are used; empty when it has none."""

    offered: str
    """The public key that stands in its folder; empty when there is none."""

    current: str
    """The public key that incidents are sealed to now; empty when there is none."""

    shared: int
    """How many incidents it can open now."""

    of: int
    """How many incidents there are."""

    has_code: bool = False
    """Whether there is a recovery code, with which whoever has the paper opens everything."""

    @property
    def is_another(self) -> bool:
        """Whether the key in the folder is not the one that incidents are sealed to."""
        return bool(self.current) and bool(self.offered) and self.offered != self.current


def organisation_words(view: OrganisationView, words: Words) -> tuple[str, ...]:
    """Say what it means that an organisation can open what is kept, before anybody chooses it, in short paragraphs."""
    name = view.name or words(N_("your organisation"))
    now = words(N_("Nobody but you can open what you keep now."))
    if view.has_code:
        now = words(N_("Only you can open what you keep now, and whoever has your recovery code on paper."))
    if view.current:
        now = words(
            N_("{name} can open {shared} of your {of} incidents now."), name=name, shared=view.shared, of=view.of
        )
    return (
        now,
        words(
            N_(
                "When {name} can open what you keep, whoever has its private key can read an incident as a whole, your "
                "notes too, without asking you and without you seeing it. They need the folder or a copy of it."
            ),
            name=name,
        ),
        words(
            N_("It holds for every incident that you begin from now on. You choose whether also for those of before.")
        ),
        words(
            N_(
                "You can end it at any time. Copies of the folder that were made before stay open to {name}, such as "
                "those in a backup."
            ),
            name=name,
        ),
    )
