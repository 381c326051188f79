"""A file of a report has a name that every system takes, never takes another's place, and is whole or not there."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.errors import ExportError
from onlinesafe_tui.exports.shapes import Lines, Report, Section
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.files import keep_as_file
from onlinesafe_tui.services.papers import Format, contents_of, keep_paper, offered_place, paper_name, write_paper

DAY = date(2026, 11, 22)
BEGINNINGS = {Format.PDF: b"%PDF", Format.WORD: b"PK", Format.HTML: b"<!doctype html>", Format.MARKDOWN: b"# "}


def paper(title: str = "Afspraken", language: Language = Language.NL) -> Report:
    return Report(title, language, (Section("Bereikbaar", (Lines(("Van 9 tot 17 uur.",)),)),), made=DAY)


@pytest.mark.parametrize("format", Format)
def test_every_kind_of_file_is_what_it_says(format: Format) -> None:
    assert write_paper(paper(), format).startswith(BEGINNINGS[format])


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_file_has_a_name_in_every_language(language: Language) -> None:
    labels = [Words(language)(format.label) for format in Format]
    assert len(set(labels)) == len(Format)
    assert language is Language.EN or not set(labels) & {format.label for format in Format}


def test_a_file_is_called_after_its_day_and_title() -> None:
    assert (
        paper_name(paper('Wat: <wij> "samen" / afspreken?'), Format.PDF, DAY)
        == "2026-11-22 Wat wij samen afspreken.pdf"
    )
    assert paper_name(paper(" . "), Format.WORD, DAY) == "2026-11-22 OnlineSafe.docx"


@given(title=st.text(max_size=300))
def test_every_title_makes_a_name_that_windows_takes(title: str) -> None:
    name = paper_name(paper(title), Format.MARKDOWN, DAY)
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable() or all(ord(letter) > 0x1F for letter in name)
    assert not name.removesuffix(".md").endswith((" ", "."))
    assert len(name) < 100


def test_a_place_is_offered_at_which_there_is_nothing_yet(tmp_path: Path) -> None:
    first = offered_place(tmp_path, paper(), Format.PDF, DAY)
    assert first.name == "2026-11-22 Afspraken.pdf"
    keep_paper(paper(), Format.PDF, first)
    second = offered_place(tmp_path, paper(), Format.PDF, DAY)
    assert second.name == "2026-11-22 Afspraken 2.pdf"
    second.symlink_to(tmp_path / "nowhere")
    assert offered_place(tmp_path, paper(), Format.PDF, DAY).name == "2026-11-22 Afspraken 3.pdf"


def test_a_file_is_new_private_and_never_written_over(tmp_path: Path) -> None:
    place = tmp_path / "map" / "hier" / "afspraken.html"
    keep_paper(paper(), Format.HTML, place)
    kept = place.read_bytes()
    if os.name != "nt":
        assert stat.S_IMODE(place.stat().st_mode) == 0o600
    with pytest.raises(ExportError):
        keep_paper(paper("Anders"), Format.HTML, place)
    assert place.read_bytes() == kept


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_place_that_takes_nothing_is_told_and_stays(tmp_path: Path) -> None:
    with pytest.raises(ExportError):
        keep_as_file(Path("/dev/full"), b"x")
    assert Path("/dev/full").exists()


def test_of_a_file_that_did_not_fit_nothing_stays(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    child = os.fork()
    if not child:
        # A process of its own may write no file of more than 1000 bytes: for it the disk is full.
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            keep_as_file(tmp_path / "groot.bin", b"x" * 5000)
        except ExportError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert list(tmp_path.iterdir()) == []


def test_what_goes_in_is_said_in_the_words_of_the_paper() -> None:
    report = Report(
        "A\x1b", Language.NL, (Section("Een", ()), Section("", ()), Section("Twee", ())), organisation="O", made=DAY
    )
    told = contents_of(report, Words(Language.EN))
    assert told == ("A␛ · O · 22 november 2026", "What goes in: Een, Twee.")
    assert contents_of(Report("A", Language.NL, ()), Words(Language.NL)) == ("A",)


def test_what_writes_files_is_loaded_only_when_a_file_is_made() -> None:
    code = "import sys, onlinesafe_tui.services.papers; print({'typst', 'docx', 'lxml', 'babel'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"set()"
