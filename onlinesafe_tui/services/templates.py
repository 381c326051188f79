"""Texts to copy, filled in with what the incident knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.actions import ActionKind
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.situation import Reason
from onlinesafe_tui.domain.text import clean_text
from onlinesafe_tui.labels import PLACEHOLDERS
from onlinesafe_tui.language import Words
from onlinesafe_tui.library.blocks import Block, Template
from onlinesafe_tui.library.library import Page
from onlinesafe_tui.services.guide import Guide, in_sentence

_PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")


def filled(
    page: Page, incident: Incident | None, today: date, guide: Guide, also: Mapping[str, str] | None = None
) -> str:
    """Fill in a template; what nobody knows becomes a blank such as `[web address]`.

    Args:
        page: The template; its text is in the language of the page.
        incident: What is known; None to see the text with all of its blanks.
        today: The local day.
        guide: Says the answers of the triage in words.
        also: What else is known, by the names of the blanks; None for nothing.
    """
    words = Words(page.language)
    told = _known(incident, today, guide, page) if incident else {}
    known = {"organisation": guide.organisation, **told, **(also or {})}

    def value(match: re.Match[str]) -> str:
        name = match[1]
        return known.get(name) or f"[{words(PLACEHOLDERS[name])}]"

    return _PLACEHOLDER.sub(value, page.template())


def with_blanks(page: Page, blocks: Iterable[Block], today: date, guide: Guide) -> tuple[Block, ...]:
    """Return blocks of a page with its text to copy as somebody without an incident sees it."""
    return tuple(
        replace(block, text=filled(page, None, today, guide)) if isinstance(block, Template) else block
        for block in blocks
    )


def _known(incident: Incident, today: date, guide: Guide, page: Page) -> Mapping[str, str]:
    """Say what an incident knows. Names of people are not among it: a person puts them in, or not."""
    situation = incident.situation
    facts = incident.evidence[0].facts if incident.evidence else {}
    acts = [guide.answer(Reason("acts", act)) for act in situation.acts if act not in ("other", "unknown")]
    report = incident.action(ActionKind.PLATFORM_REPORT)
    channel = situation.channel
    known = {
        "platform": guide.answer(Reason("channel", channel)) if channel and channel not in ("other", "unknown") else "",
        "act": ", ".join(sorted(in_sentence(act) for act in acts)),
        "address": "\n".join(fact for item in incident.evidence if (fact := item.facts.get(Fact.ADDRESSES))),
        "account": facts.get(Fact.ACCOUNT, ""),
        "posted_when": facts.get(Fact.POSTED_WHEN, ""),
        "known_on": long_day(incident.known_on, page.language),
        "today": long_day(today, page.language),
        "reference": report.reference,
    }
    return {name: clean_text(value) for name, value in known.items()}
