"""No sentence for a person stands in the code without being marked for translation.

The tests with other letters see what is shown on the way that they go; this one sees what looks like words for a
person, also where nobody comes.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from itertools import chain

import pytest

from tests.language.catalogue import PACKAGE

SPEAKING = ("tui", "plain", "cli", "services", "labels", "errors.py", "dates.py")
"""What says something to a person."""

LOOKS_SAID = re.compile(r"[^\W\d_]{2,}[,;:.?]* [^\W\d_]{2,}|^[A-Z][a-z]+\W*$|[^\W\d_]{2,}\.$")
"""Two words, a word with a capital, or the end of a sentence."""

LOOKS_SAID_AROUND = re.compile(r"(?:^| )[a-z]{3,}(?: |$)")
"""Beside something that is filled in: a word with a space."""

TRANSLATED = frozenset({"N_", "words", "_words", "plural"})
NOT_SAID = frozenset({"TypeVar", "ParamSpec", "query", "query_one", "getattr", "compile", "cast", "encode", "work"})
"""Calls whose texts are for the program."""

ERRORS_OF_PYTHON = frozenset(name for name in vars(builtins) if name.endswith("Error"))
"""Tell a programmer what is wrong."""

FOR_THE_PROGRAM = frozenset({"name", "group", "id", "classes", "action", "namespace"})
"""Names of arguments that are for the program."""

THE_SAME = {
    "Enter", "Esc", "Tab", "Home", "End", "Del", "Nederlands", "English", "Python",
    "Nederland · Nederlands", "Vlaanderen, België · Nederlands", "Nederland, Nederlands", "Vlaanderen, Nederlands",
    "The Netherlands · English", "Flanders, Belgium · English", "The Netherlands, English", "Flanders, English",
    "Waar werk je, en in welke taal lees je?", "Where do you work, and in which language do you read?",
}  # fmt: skip
"""Keys, names, and what is asked in both languages because nobody knows yet which is read."""

NAMES = {
    "Library", "Application Support", "mobile doc", "Vault", "Elinks", '" protocol', "In danger now? Call {numbers}",
}  # fmt: skip
"""Names of folders, programs, texts and of what is loaded by its name; and a message that a start looks up itself."""


def test_what_looks_like_words_for_a_person_is_marked_for_translation() -> None:
    files = chain.from_iterable(
        [path] if path.suffix else path.rglob("*.py") for path in map(PACKAGE.joinpath, SPEAKING)
    )
    found = [
        f"{path.relative_to(PACKAGE)}:{line}: {text}"
        for path in sorted(files)
        for line, text in unmarked(path.read_text(encoding="utf-8"))
        if text not in THE_SAME | NAMES
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "code", ["say('Done')", "say('It is done')", "say(f'{n} files')", "x = 'Saved.'", "Row('id', Content('Go on'))"]
)
def test_that_test_sees_words_in_the_code(code: str) -> None:
    assert list(unmarked(code))


@pytest.mark.parametrize(
    "code", ["words(N_('Done'))", "Binding('f1', 'help', N_('Help'))", "f'{kind}:{id}'", "'''Doc.'''"]
)
def test_that_test_sees_no_others(code: str) -> None:
    assert not list(unmarked(code))


def unmarked(code: str) -> Iterator[tuple[int, str]]:
    """Find texts that look as if a person were to read them, each with its line."""
    tree = ast.parse(code)
    not_said = {node for part in ast.walk(tree) for given in _not_said(part) for node in ast.walk(given)}
    pieces = {piece for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in not_said:
            text = node.value
            looks_said = LOOKS_SAID.search(text) or (node in pieces and LOOKS_SAID_AROUND.search(text))
            if looks_said and not text.startswith(("onlinesafe", "bold ")):
                yield node.lineno, text


def _not_said(node: ast.AST) -> Iterator[ast.AST]:
    """Give the parts of a piece of code whose texts are translated, or for the program."""
    match node:
        case ast.Expr(value=ast.Constant()):
            yield node.value
        case ast.Call():
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in TRANSLATED:
                # What is filled in is said all the same.
                yield from (given for given in node.args if isinstance(given, ast.Constant))
            if name in NOT_SAID or name in ERRORS_OF_PYTHON:
                yield from (*node.args, *(word.value for word in node.keywords))
            yield from (word.value for word in node.keywords if word.arg in FOR_THE_PROGRAM)
        case ast.Assign(targets=[ast.Name(id="CSS" | "DEFAULT_CSS" | "__all__")]):
            yield node.value
        case ast.AnnAssign():
            yield node.annotation
            if isinstance(node.target, ast.Name) and node.target.id.endswith("CSS"):
                yield from [node.value] if node.value else []
        case ast.arg(annotation=ast.expr()):
            yield from [node.annotation] if node.annotation else []
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from [node.returns] if node.returns else []
        case ast.Subscript():
            yield node.slice
