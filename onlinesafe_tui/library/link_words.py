"""What texts say of where their links lead: behind the words a number or a web address, and which key is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from onlinesafe_tui.library.blocks import Block, Span, Text, mapped

_KEY: Final = "key:"
"""How the target of a link begins that names a key."""


def with_link_words(
    blocks: tuple[Block, ...], reached: Callable[[str], str], keys: Mapping[str, str]
) -> tuple[Block, ...]:
    """Return the blocks of a text in which links say where they lead.

    Args:
        blocks: The blocks.
        reached: Says how a contact is reached, by its id; empty for nothing to say.
        keys: What keys are called that were moved, by the id of what they do; the others are named as written.
    """
    return mapped(blocks, lambda text: _said(text, reached, keys))


def _said(text: Text, reached: Callable[[str], str], keys: Mapping[str, str]) -> Text:
    pieces: list[Span] = []
    for index, span in enumerate(text, 1):
        if span.link.startswith(_KEY):
            # It leads nowhere: it only says which key is meant.
            pieces.append(replace(span, text=keys.get(span.link[len(_KEY) :], span.text), link=""))
            continue
        pieces.append(span)
        if index == len(text) or text[index].link != span.link:
            pieces.extend(_after(span, reached))
    return tuple(pieces)


def _after(span: Span, reached: Callable[[str], str]) -> Iterator[Span]:
    scheme, _, target = span.link.partition(":")
    if scheme == "https" and target.strip("/") not in span.text:
        yield Span(f" ({target.strip('/')})", link=span.link)
    elif scheme == "contact" and (said := reached(target)):
        yield Span(f" ({said})")
