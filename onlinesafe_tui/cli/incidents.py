"""The commands that look at what was saved: `list`, `show` and `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from onlinesafe_tui.cli.in_words import Command, Mistake
from onlinesafe_tui.cli.reading import OpenToRead, find_incident, opened
from onlinesafe_tui.cli.session import Session
from onlinesafe_tui.cli.streams import give, give_bytes, give_json, is_shown, say, say_error
from onlinesafe_tui.errors import VaultError
from onlinesafe_tui.language import N_, Language, Words
from onlinesafe_tui.paths import shown

STANDARD_OUTPUT: Final = "-"
"""The name of a file that means standard output."""

_WHICH = N_("{metavar} is the beginning of its number, as {command} gives it; without one it is the last changed.")
_OPEN = N_("The text is not sealed: whoever has it can read it. Nothing is sent, and no file is written over.")


class IncidentCommands:
    """The commands for one start of the program."""

    def __init__(self, session: Session, open_vault: OpenToRead) -> None:
        """Create the commands.

        Args:
            session: What holds for this start.
            open_vault: Opens a vault, to look only.
        """
        self._session = session
        self._words = session.words
        self._open_vault = open_vault

    def commands(self) -> tuple[click.Command, ...]:
        """Return the commands, in the order in which help lists them."""
        words = self._words
        which = words(_WHICH, metavar=_metavar(words), command="onlinesafe list")
        listing = Command(
            words,
            "list",
            help=N_("List what was saved, the last changed first."),
            callback=self._list,
            params=[_as_json(words)],
        )
        showing = Command(
            words,
            "show",
            help=N_("Show everything about one incident."),
            more=[which],
            callback=self._show,
            params=[_incident(words), _as_json(words)],
        )
        exporting = Command(
            words,
            "export",
            help=N_("Write everything about one incident as a text or file for yourself."),
            more=[which, words(_OPEN)],
            callback=self._export,
            params=[_incident(words), *_export_options(words)],
        )
        return listing, showing, exporting

    def _list(self, *, as_json: bool) -> int:
        with opened(self._session, self._open_vault) as vault:
            summaries, unreadable = vault.summaries(), tuple(vault.unreadable.values())
        if as_json:
            from onlinesafe_tui.cli.shapes import summary_shape

            give_json({"incidents": [summary_shape(summary) for summary in summaries]})
        else:
            from onlinesafe_tui.cli.compose import library_of
            from onlinesafe_tui.services.guide import Guide

            guide = Guide(library_of(self._session), self._session.language)
            for summary in summaries:
                give(f"{summary.id}  {guide.name(summary.acts, summary.channel, summary.known_on)}")
        if not summaries:
            say(self._words(N_("Nothing is saved yet.")))
        return self._told(unreadable)

    def _show(self, *, id: str | None, as_json: bool) -> None:
        with opened(self._session, self._open_vault) as vault:
            incident = find_incident(vault, id, self._session)
        if as_json:
            from onlinesafe_tui.cli.shapes import incident_shape

            give_json({"incident": incident_shape(incident)})
        else:
            from onlinesafe_tui.cli.compose import report_in
            from onlinesafe_tui.exports.plain_text import as_plain_text

            give(as_plain_text(report_in(self._session.language, incident, self._session)))

    def _export(self, *, id: str | None, format: str, language: str | None, output: str | None) -> None:
        from onlinesafe_tui.cli.compose import report_in
        from onlinesafe_tui.services.files import keep_as_file
        from onlinesafe_tui.services.papers import Format, write_paper

        kind = Format(format)
        if output is None and not kind.is_text and is_shown():
            raise Mistake(
                N_("A terminal cannot show this kind of file; name a new file with -o, such as -o {name}"),
                name=f"onlinesafe.{kind.ending}",
            )
        with opened(self._session, self._open_vault) as vault:
            incident = find_incident(vault, id, self._session)
        chosen = Language(language) if language else self._session.language
        written = write_paper(report_in(chosen, incident, self._session), kind)
        if output not in (None, STANDARD_OUTPUT):
            path = Path(output)
            keep_as_file(path, written)
            say(self._words(N_("Written to {path}. It is not sealed, and nothing was sent."), path=shown(path)))
        elif kind.is_text:
            give(written.decode())
        else:
            give_bytes(written)

    def _told(self, unreadable: tuple[VaultError, ...]) -> int:
        """Say why something is missing, and return the exit code."""
        for error in unreadable:
            say_error(error, self._words)
        return unreadable[0].exit_code if unreadable else 0


def _incident(words: Words) -> click.Argument:
    return click.Argument(["id"], required=False, metavar=f"[{_metavar(words)}]")


def _metavar(words: Words) -> str:
    return words(N_("NUMBER"))


def _as_json(words: Words) -> click.Option:
    return click.Option(["--json", "as_json"], is_flag=True, help=words(N_("Give it in a shape that programs read.")))


def _export_options(words: Words) -> tuple[click.Option, ...]:
    return (
        click.Option(
            ["--format"],
            type=click.Choice(["markdown", "html", "pdf", "word"]),
            default="markdown",
            help=words(N_("What kind of file it becomes; {usual} when you do not say so."), usual="markdown"),
        ),
        click.Option(
            ["--language"],
            type=click.Choice([language.value for language in Language]),
            help=words(N_("The language of the text, when it is not yours.")),
        ),
        click.Option(
            ["-o", "--output"],
            metavar=words(N_("FILE")),
            help=words(N_("Write it to this new file instead of to standard output, which is -.")),
        ),
    )
