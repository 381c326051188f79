"""The command line: what a person or a program types after `onlinesafe`."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.paths import content_folder


@click.group()
def main() -> None:
    """Lead someone through the first hours after an online incident."""


@main.group()
def content() -> None:
    """Look after the texts."""


@content.command()
@click.argument("folder", type=click.Path(path_type=Path), required=False)
def check(folder: Path | None) -> None:
    """Check a content folder."""
    from onlinesafe_tui.library.check import check_content
    from onlinesafe_tui.library.problems import Severity

    shipped = content_folder()
    problems = check_content(folder or shipped, date.today(), shipped=shipped if folder else None)
    for problem in problems:
        click.echo(problem.told(Words(Language.EN)))
    sys.exit(3 if any(problem.severity is Severity.ERROR for problem in problems) else 0)
