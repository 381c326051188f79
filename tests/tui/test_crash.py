"""An error that nobody expected: the program says where it failed, and never what it was working on."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.binding import Binding, BindingType
from textual.worker import WorkerFailed

from onlinesafe_tui.domain.incident import Incident
from onlinesafe_tui.domain.journey import Step
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.services.crash import crash_report
from onlinesafe_tui.tui.screens.base import BaseScreen
from tests.store.quick import PASSPHRASE
from tests.tui.desk import Desk
from tests.tui.situations import THREAT_ON_YOUTUBE, told

CANARY = "kanarie-4711"


class FailingScreen(BaseScreen[None]):
    """Fails in two ways, with what a person wrote at hand."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("x", "fail"), Binding("y", "fail_in_the_background")]

    def action_fail(self) -> None:
        """Fail in the handler of a key."""
        note = f"Wat zij schreef: {CANARY}"
        raise ValueError(note)

    def action_fail_in_the_background(self) -> None:
        """Fail in a worker."""
        self.run_worker(self._fail(CANARY), name=CANARY)

    async def _fail(self, passphrase: str) -> None:
        raise LookupError(passphrase)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("key", "said"), [("x", ["ValueError", "action_fail"]), ("y", ["LookupError", "_fail"])])
async def test_a_crash_says_where_and_never_what(
    new_desk: Desk, capfd: pytest.CaptureFixture[str], language: Language, key: str, said: list[str]
) -> None:
    new_desk.choose(language=language)
    incident = told(THREAT_ON_YOUTUBE, Step.TALK)
    new_desk.keep(incident)
    with pytest.raises((ValueError, WorkerFailed), match=CANARY):
        await fail(new_desk, incident, key)

    out, err = capfd.readouterr()
    sentence = crash_report(ValueError(), Words(language)).splitlines()[0]
    assert sentence in " ".join(err.split())
    assert all(words in err for words in ("tui/test_crash.py:", *said))
    assert "textual run" not in err
    assert CANARY not in out + err
    assert PASSPHRASE not in out + err
    assert new_desk.look().notes == {Step.TALK: CANARY}


async def fail(desk: Desk, incident: Incident, key: str) -> None:
    """Write something, go elsewhere, and come to a screen that fails."""
    async with desk.sit_down(incident, is_open=True) as person:
        await person.fill("note", CANARY)
        await person.press("f6", "1")
        await person.app.push_screen(FailingScreen(person.workspace))
        await person.press(key)
        await person.until(lambda: person.is_gone)
        assert person.app.return_code == 1
