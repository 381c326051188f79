"""No problem can be reported that no table shows."""

import ast
from pathlib import Path

from onlinesafe_tui.library import check
from onlinesafe_tui.library.check import check_content
from onlinesafe_tui.library.markdown import BlockParser
from onlinesafe_tui.library.meta import ContactMeta, Meta
from onlinesafe_tui.library.source import read_source
from tests.library.test_check import INCOMPLETE, WRONG, changed
from tests.library.test_markdown import REFUSED
from tests.library.test_source import BROKEN, WRONG_FRONTS
from tests.library.writing import TODAY, complete, page, write

ELSEWHERE = {
    "This file cannot be read: {reason}",  # a disk that refuses, which tests that run as root cannot have
    "This folder does not exist; name another",  # test_check, without a folder
    "This folder does not exist; only the shipped texts are used",  # test_library
    "This is not shown; write a paragraph or a list",  # the parser has no other blocks
    "This is not shown; write it as text",  # and no other pieces of text
    "This folder cannot be read: {reason}",  # likewise a disk that refuses
    "{found} leads out of this folder; put the picture itself beside this file",  # test_organisation, with links
    "{found} is not a file; put the logo beside this file, and write its name",  # test_organisation
    "The logo {found} is larger than 1 MB; make the picture smaller",  # test_organisation
    "there is something in it already",  # no problem in a file, but why no starter is written
    "not confirmed with the organisation itself",  # no problem, but what is said with a number
}


def messages() -> set[str]:
    """Find every message in the code of the library."""
    return {
        message
        for path in Path(check.__file__).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        for message in _message(node)
    }


def _message(node: ast.AST) -> list[str]:
    match node:
        case ast.Call(func=ast.Name(id="N_"), args=[ast.Constant(value=str(message))]):
            return [message]
        case _:
            return []


def shown(tmp_path: Path, shipped: Path) -> set[str]:
    """Collect the messages that the tables lead to."""
    found: set[str] = set()
    for number, (name, text, _) in enumerate(WRONG):
        own = write(tmp_path / f"wrong-{number}", {name: text})
        found |= {problem.message for problem in check_content(own, TODAY, shipped=shipped)}
    for number, (name, old, new, _) in enumerate(INCOMPLETE):
        folder = complete(tmp_path / f"incomplete-{number}")
        changed(folder / name, old, new)
        found |= {problem.message for problem in check_content(folder, TODAY)}
    for markdown, _, _ in REFUSED:
        parser = BlockParser(1)
        parser.parse(markdown)
        found |= {message for _, message, _ in parser.notes}
    for broken, _, _ in BROKEN:
        path = write(tmp_path, {"some-page.md": broken}) / "some-page.md"
        found |= {problem.message for problem in read_source(path, Meta).problems}
    for front, _, _ in WRONG_FRONTS:
        path = write(tmp_path, {"some-page.md": page(front=front)}) / "some-page.md"
        found |= {problem.message for problem in read_source(path, ContactMeta).problems}
    return found


def test_every_problem_stands_in_a_table(tmp_path: Path, shipped: Path) -> None:
    assert messages() - ELSEWHERE == shown(tmp_path, shipped)
