"""Starting an incident, and finding the ones that are under way."""

from __future__ import annotations

import secrets

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.domain.facets import ForWhom
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.situation import Situation
from onlinesafe_tui.services.clock import Clock


def start_incident(clock: Clock, country: Country, for_whom: ForWhom = ForWhom.SELF) -> Incident:
    """Start an incident: it begins today, until the person says otherwise."""
    now = clock.now()
    return Incident(
        id=secrets.token_hex(8),
        opened=now,
        changed=now,
        situation=Situation(country=country, for_whom=for_whom),
        known_on=clock.today(),
    )
