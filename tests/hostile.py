"""Text as nobody should send it, and everything that the program can hold filled with it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest

from onlinesafe_tui.domain.actions import ActionKind, ActionState
from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet
from onlinesafe_tui.domain.evidence import Fact
from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.domain.meetings import Held
from onlinesafe_tui.domain.policy import Finding, Improvement, Phase, Scan, Standing
from onlinesafe_tui.domain.prevention import Extent, Outcome, Round
from onlinesafe_tui.domain.workbook import Workbook
from onlinesafe_tui.paths import content_folder

needs_time = pytest.mark.skipif(not os.environ.get("ONLINESAFE_HOSTILE"), reason="a minute each: make hostile")

MARK: Final = "kwaad"
"""Stands in every hostile text, so that a test knows that it was shown."""

MARKUP: Final = "[/b][@click=app.stop]klik[/][link=https://example.org]x[/link][red on white]rood [ %s {0} {x!r:>9999}"

CODES: Final = (
    "\x1b]0;titel\x07\x1b]2;titel\x1b\\\x1b]52;c;aGFsbG8=\x07\x1b]8;;https://example.org\x1b\\x\x1b]8;;\x1b\\"
    "\x1b[31m\x1b[2J\x1b[6n\x1bc\x1bP q\x1b\\\x1b_x\x1b\\\x00\x08\x0b\x0c\x7f\u2028"
    f"\x9b31m\x9d0;t\x9c\x90q\x9c{''.join(map(chr, range(0x80, 0xA0)))}"
    "\u202eexe.gpj\u2066b\u200f\u061c\u200e\u202a\u202b\u202c\u202d\u2067\u2068\u2069"
)

_PILE: Final = "e" + "\u0301" * 40

STEERING: Final = f"{MARK} {MARKUP} {CODES} \ud800y\udfff \u200b\ufeff\u2060{_PILE}👩\u200d👧 {MARK}"
"""Colours, a title, the clipboard, links, letters that turn around, halves of pairs, and a pile."""

LONG: Final = " ".join((MARK, "w" * 10_000, 5 * _PILE, "漢" * 100, "\n\n\t", MARK))
"""Words longer than any line, and more accents than any letter has."""

RAW: Final = STEERING.replace("\0", "").encode("utf-8", "surrogatepass") + b" \x80\x85\x9b31m\x9d0;t\x9c\xff\xc3"
"""The same for where there are only bytes, with those of C1 as they are, and some that are no text."""

ARGUMENT: Final = os.fsdecode(RAW + b" " + 10_000 * b"w")
"""The same as it is given to a program, with a word longer than any line."""

NAME: Final = os.fsdecode(
    f"{MARK} \x1b]0;t\x07\x1b]52;c;eA==\x07\x1b]8;;x\x07\x1b[2J\x9b31m\u202e\u200b[b][@click=app.stop]x[|]".encode()
    + b"\x9b\xff"
)
"""A name that a file can have."""

STEERS: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""What a terminal obeys, what turns the letters of a line around, and what nobody can see."""

RECIPIENT: Final = "age1hxgkag4g99ztnkfj7qvu7v0s8g4k7hhqp5a59q2qac543uj4w3asdr8xaj"
"""A public key, so that the organisation can be let in; nobody has the private one."""

NOW: Final = datetime(2026, 11, 22, 14, 3, tzinfo=UTC)
TODAY: Final = date(2026, 11, 22)

FREE_TEXT: Final = frozenset(
    {
        "Action.answer",
        "Action.reference",
        "Evidence.facts",
        "Finding.owner",
        "Finding.proof",
        "Held.note",
        "Improvement.note",
        "Improvement.owner",
        "Improvement.what",
        "Incident.notes",
        "Journey.skipped",
        "Round.looked_along",
        "Round.notes",
        "Sheet.fills",
        "Sheet.name",
        "Sheet.texts",
    }
)
"""Where a person's own words stand; everything below fills all of them."""

IDS: Final = frozenset(
    {
        "Held.format",
        "Held.id",
        "Improvement.statement",
        "Incident.id",
        "Incident.ticked",
        "Round.id",
        "Round.outcomes",
        "Round.things",
        "Scan.findings",
        "Scan.id",
        "Sheet.id",
        "Sheet.wordings",
        "Workbook.improvements",
        "Workbook.links",
    }
)
"""Where ids stand: nobody writes those."""


def incident_of(incident: Incident, text: str) -> Incident:
    """Fill an incident with a text wherever somebody can write."""
    for step in Step:
        incident = incident.note(step, text)
    for kind in ActionKind:
        action = incident.action(kind)
        incident = incident.act(replace(action, state=ActionState.ANSWERED, reference=text, answer=text))
    for _ in range(2):
        item = incident.new_evidence(NOW)
        for fact in Fact:
            item = item.tell(fact, text)
        incident = incident.keep(item)
    return incident.go(incident.journey.skip(Step.REPORT, text).go(incident.journey.at))


def workbook_of(text: str, *, things: tuple[str, ...], statements: tuple[str, ...], incident: str) -> Workbook:
    """Fill a workbook with a text wherever somebody can write, and with an id that nobody knows any more.

    Args:
        text: The text.
        things: Two things of a round.
        statements: Two statements of the policy scan.
        incident: The id of an incident that is linked to them.
    """
    book = Workbook()
    for number, ago in ((1, 100), (2, 1)):
        at = NOW - timedelta(days=ago)
        begun = Round(id=f"{number:016x}", begun=at, changed=at, extent=Extent.FULL, things=(*things, text))
        for thing in begun.things:
            begun = begun.answer(thing, Outcome.LATER, at).note(thing, text, at)
        begun = replace(begun, looked_along=text)
        book = book.put_round(begun if number == 2 else begun.finish(TODAY - timedelta(days=ago), at))
        findings = {id: Finding(standing=Standing.NOT_YET, owner=text, proof=text, on=TODAY) for id in statements}
        if number == 1:
            findings[statements[0]] = replace(findings[statements[0]], standing=Standing.IN_PLACE)
        scan = Scan(id=f"{number:016x}", begun=at, changed=at, findings={**findings, text: Finding(owner=text)})
        book = book.put_scan(scan if number == 2 else scan.finish(TODAY - timedelta(days=ago), at))
    for number, audience in enumerate(Audience, 1):
        wordings = {"hours": "working-hours", "tone": OWN, "photos": text, text: text}
        sheet = Sheet(id=f"{number:016x}", made=NOW, changed=NOW, audience=audience, name=text, wordings=wordings)
        sheet = sheet.fill("hours", "working-hours", (text,) * 4, NOW)
        book = book.put_sheet(replace(sheet, texts={"tone": text, text: text}, review_on=TODAY))
    for id in statements:
        improvement = Improvement(
            statement=id, what=text, phase=Phase.DO, owner=text, due=TODAY, note=text, changed=NOW
        )
        book = book.improve(improvement)
    book = book.hold(Held(id="1" * 16, format="case-recording", on=TODAY, note=text))
    book = book.hold(Held(id="2" * 16, format=text, on=TODAY, note=text))
    return book.link(incident, statements)


def overlay_of(folder: Path, text: str) -> Path:
    """Write a folder of an organisation in which every text of ours begins with another one."""
    # In a file neither half of a pair can stand; braces, lone brackets, long numbers and large files are refused.
    words = re.sub(r"[{}\ud800-\udfff]|\d{3,}| \[ ", " ", text)
    row = " ".join(re.sub(r"[\x85\u2028\x0b\x0c\r\n]", " ", words).split())
    line = " ".join(word[:1000] for word in row.split())
    shutil.copytree(content_folder(), folder)
    for path in folder.rglob("*.md"):
        if path.name not in ("README.md", "points.md"):
            # There brackets stand around a blank, and none stands alone.
            words = re.sub(r"\x1b[\[\]]", "\x1b", line) if path.parent.name == "agreements" else line
            path.write_text("\n".join(_filled(path.read_text(encoding="utf-8"), words)), encoding="utf-8")
    quoted = line.replace("\\", "\\\\").replace('"', "'")
    page = f"# {line} {{lang=nl}}\n{line}\n\n# {line} {{lang=en}}\n{line}\n"
    own = f'---\nname: "{quoted} \\e]0;titel\\a \\u202E"\nseal_to: {RECIPIENT}\n---\n{page}'
    (folder / "organisation.md").write_text(own, encoding="utf-8")
    (folder / "organisation").mkdir()
    (folder / "organisation" / "own.md").write_text(page.replace(line, row), encoding="utf-8")
    return folder


def mistake_in(folder: Path) -> Path:
    """Write files into a folder of an organisation that are left out, so that their author is told why."""
    front = f'"{MARK} \\e]0;titel\\a [/b]": x'
    name = folder / "organisation" / f"{NAME}.md"
    name.write_text(f"---\n{front}\n---\n# A {{lang=nl}}\nB\n", encoding="utf-8")
    (folder / "contacts" / f"{NAME}.md").write_bytes(RAW)
    return folder


def _filled(page: str, line: str) -> Iterator[str]:
    is_fenced = is_source = False
    for row in page.split("\n"):
        is_source = is_source and row.startswith(" ")
        if is_source:
            # What a source says may take several rows.
            continue
        if row.startswith("```"):
            is_fenced = not is_fenced
        elif is_fenced:
            yield f"{row} {line}" if row else row
            continue
        if match := re.match(r"(#{1,3} |- \[ \] |- |\d\. )(.*)", row):
            yield f"{match[1]}{line} {match[2]}"
        elif row.startswith(("source:", "name: ")):
            is_source = True
            yield f'{row[: row.index(":")]}: "{line.replace(chr(92), "/").replace(chr(34), chr(39))} \\e]0;titel\\a"'
        else:
            yield row
