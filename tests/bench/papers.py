"""Papers, and checking content."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import typst

from onlinesafe_tui.exports.pdf import as_pdf
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.check import check_content
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.reporting import own_report
from tests.bench.measuring import Effort, Figure, middle, timed, worked
from tests.bench.vaults import with_answers
from tests.store.samples import NOW

_FILES: Final = 200
_ITEMS: Final = 20


def paper(effort: Effort) -> Iterator[Figure]:
    """Measure a PDF of twenty captured items, against typst alone with the same finished input."""
    library, told = Library(content_folder()), with_answers(_ITEMS)
    given: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

    def watched(*args: Any, **options: Any) -> typst.Compiler:
        given.append((args, options))
        return typst_compiler(*args, **options)

    def whole() -> bytes:
        return as_pdf(own_report(told, library, Language.NL, NOW))

    def alone() -> None:
        args, options = given[0]
        with tempfile.TemporaryDirectory() as empty:
            at = {"root": empty, "package_path": empty, "package_cache_path": empty}
            typst_compiler(*args, **{**options, **at}).compile(format="pdf", pdf_standards=["a-2a", "ua-1"])

    typst_compiler = typst.Compiler
    with patch.object(typst, "Compiler", watched):
        whole()
    own, least = [], []
    for _ in range(effort.runs):
        own.append(timed(whole))
        least.append(timed(alone))
    yield Figure(f"PDF of {_ITEMS} items", middle(own), 1.5, middle(least))


def content(effort: Effort) -> Iterator[Figure]:
    """Measure checking two hundred content files."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "content"
        shutil.copytree(content_folder(), copy)
        files = sorted(path for path in copy.rglob("*.md") if path.parent != copy)
        laws = [path for path in files if path.parent.name == "laws"]
        for path in files[_FILES:]:
            path.unlink()
        for number in range(_FILES - len(files)):
            shutil.copy(laws[number % len(laws)], copy / "laws" / f"copy-{number}.md")
        taken = [worked(lambda: check_content(copy, date.today())) for _ in range(min(effort.runs, 5))]
    yield Figure(f"checking {_FILES} content files", middle(taken), 600)
