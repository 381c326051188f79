"""Content folders to test with."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from onlinesafe_tui.domain.actions import ActionKind
from onlinesafe_tui.domain.facets import CHOICES, Question
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.check_file import NAMES
from onlinesafe_tui.library.meta import Kind
from onlinesafe_tui.library.problems import Problem

TODAY = date(2026, 11, 22)

AGING = """\
status: verified
source: "politie.nl, 2026"
checked_on: 2026-11-22
review_after: 2027-05-22"""


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files into a folder, by their path in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def page(nl: str = "Tekst.", en: str = "Text.", front: str = "") -> str:
    """Make a file in both languages."""
    return f"---\n{front}\n---\n# Titel {{lang=nl}}\n{nl}\n\n# Title {{lang=en}}\n{en}\n"


def contact(front: str = "", *, country: str = "[nl]", status: str = "verified", nl: str = "Tekst.") -> str:
    """Make a contact in both languages."""
    aging = AGING.replace("status: verified", f"status: {status}")
    return page(nl, front=f"{aging}\ncountry: {country}\n{front}".rstrip())


def complete(folder: Path) -> Path:
    """Write a content folder in which nothing is wrong: everything that must be there, as short as it can be."""
    files: dict[str, str] = {"points.md": page(front="points: [T-talk, C-everywhere]"), "README.md": "About\n"}
    for step in Step:
        kinds = [kind for kind in ActionKind if kind.step is step]
        actions = "\n".join(f"- Action {{#{kind}}}" for kind in kinds)
        body = f"Text.\n\n## Tasks {{#tasks}}\n- [ ] Do it {{#do-it}}\n\n## Actions {{#actions}}\n{actions}"
        files[f"steps/{step}.md"] = page(body, body)
    for question in Question:
        choices = "\n".join(f"- Choice {{#{value}}}" for value in CHOICES[question].values)
        files[f"questions/{question}.md"] = page(f"Why.\n\n{choices}", f"Why.\n\n{choices}")
    for id in NAMES[Kind.ADVICE]:
        files[f"advice/{id}.md"] = page()
    files["steps/talk.md"] = files["steps/talk.md"].replace("---\n\n", "---\ncovers: [T-talk]\n", 1)
    files["about/help.md"] = page(front="covers: [C-everywhere]")
    files["contacts/police.md"] = contact('number: "0900-8844"')
    return write(folder, files)


def told(problems: Iterable[Problem], folder: Path) -> list[str]:
    """Say problems in English, with their files as they are named in the folder."""
    return [problem.told(Words(Language.EN)).replace(f"{folder}/", "") for problem in problems]
