"""A small content folder with everything in it, the same every time: real texts change, goldens must not."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from onlinesafe_tui.domain.actions import ActionKind
from onlinesafe_tui.domain.advice import advice_ids
from onlinesafe_tui.domain.facets import CHOICES, Question
from onlinesafe_tui.domain.journey import Step

_Words = dict[str, str]

_WORDS: Final[dict[str, _Words]] = {
    "nl": {
        "question": "Vraag",
        "why": "Daarom.",
        "choice": "Keuze",
        "advice": "Advies",
        "step": "Stap",
        "do": "Doe dit",
        "task": "Taak",
        "outside": "Buiten",
        "action": "Actie",
    },
    "en": {
        "question": "Question",
        "why": "Because.",
        "choice": "Choice",
        "advice": "Advice",
        "step": "Step",
        "do": "Do this",
        "task": "Task",
        "outside": "Outside",
        "action": "Action",
    },
}


def write_content(folder: Path) -> Path:
    """Write the content, and return its folder."""
    for question in Question:
        _write(folder / "questions" / f"{question}.md", question, _question)
    for advice in sorted(advice_ids()):
        _write(folder / "advice" / f"{advice}.md", advice, _advice)
    for step in Step:
        _write(folder / "steps" / f"{step}.md", step, _step)
    return folder


def _advice(words: _Words, advice: str) -> tuple[str, str]:
    return f"{words['advice']} {advice}", words["why"]


def _question(words: _Words, question: str) -> tuple[str, str]:
    choices = [str(value) for value in CHOICES[Question(question)].values]
    items = "\n".join(f"- {words['choice']} {value} {{#{value}}}" for value in choices)
    return f"{words['question']} {question}", f"{words['why']}\n\n{items}"


def _step(words: _Words, step: str) -> tuple[str, str]:
    tasks = f"- [ ] {words['task']} *{step}* {{#first}}\n- [ ] {words['task']} {step} (site.example) {{#second}}"
    if step == Step.SCREENSHOT:
        tasks += f"\n- [ ] {words['task']} whole {{#whole-screen}}"
        tasks += f"\n\n::: when form=video\n- [ ] {words['task']} video {{#seconds}}\n:::"
    body = f"{words['why']}\n\n## {words['do']} {{#tasks}}\n\n{tasks}"
    if actions := [kind for kind in ActionKind if kind.step == step]:
        items = "\n".join(f"- {words['action']} {kind} {{#{kind}}}" for kind in actions)
        body += f"\n\n## {words['outside']} {{#actions}}\n\n{items}"
    return f"{words['step']} {step}", body


def _write(path: Path, id: str, told: Callable[[_Words, str], tuple[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = [_part(language, *told(words, id)) for language, words in _WORDS.items()]
    path.write_text("---\ncovers: []\n---\n" + "\n".join(parts), encoding="utf-8")


def _part(language: str, title: str, body: str) -> str:
    return f"# {title} {{lang={language}}}\n\n{body}\n"
