"""What a person can do, in a real terminal at 80 by 24."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from onlinesafe_tui.dates import long_day
from onlinesafe_tui.domain.deadlines import months_after
from onlinesafe_tui.language import Language
from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.store.passphrase import ScryptSealer
from tests.terminal.conftest import Start
from tests.terminal.steps import PASSPHRASE, answer, save, to_step, unlock, wait_until


def test_a_threat_in_a_video_with_the_home_address_in_it(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        answer(terminal, "Geen gevaar", "Bedreiging", "YouTube", "Video", "Ouder", "Je adres", "Niets van dit alles")
        terminal.wait_for("Wie je kunt bellen", "Nu: Leg eerst vast")
        safety = terminal.read_all()
        assert safety.index("Wie je kunt bellen") < safety.index("Na een gesprek")

        talk = to_step(terminal, 1)
        assert "niet alleen" in talk
        assert "bedreiging, je adres" in talk

        assert "YouTube" in to_step(terminal, 3)

        legal = to_step(terminal, 5)
        assert "werkgever" in legal
        assert "nooit je huisadres" in legal or "adres van je werkgever" in legal


def test_an_insult_in_a_private_message_by_a_client_one_knows(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        answer(terminal, "Geen gevaar", "Belediging", "LinkedIn", "Tekst", "Privébericht", "Volwassen cliënt")
        answer(terminal, "Niets van thuis", "Niets van dit alles")
        terminal.wait_for("Nu: Leg eerst vast")
        assert "Praat nu niet alleen" not in to_step(terminal, 1)
        last_day = long_day(months_after(date.today(), 3), Language.NL)
        legal = to_step(terminal, 5)
        assert last_day in legal
        assert f"drie maanden vanaf {long_day(date.today(), Language.NL)}" in legal


def test_a_public_text_in_belgium_gets_no_promise(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("2", "1")
        terminal.wait_for("112 / 101")
        answer(terminal, "Geen gevaar", "Belediging", "LinkedIn", "Tekst", "Openbaar", "Volwassen cliënt")
        answer(terminal, "Niets van thuis", "Niets van dit alles")
        legal = to_step(terminal, 5)
        assert "assisen" in legal
        assert "drie maanden vanaf" not in legal


def test_the_next_start_goes_on_where_the_window_was_closed(start: Start) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        answer(terminal, "Geen gevaar", "Bedreiging", "YouTube", "Video", "Ouder", "Niets van thuis", "Niets van dit")
        save(terminal)
        terminal.press("ctrl+g", "space", "down", "space", "tab")
        terminal.type("Bij 1:12 noemt hij mijn str")
        terminal.hang_up()

    with start() as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: Bedreiging · YouTube")
        terminal.press("1")
        terminal.wait_for("2/")
        terminal.press("tab")
        terminal.wait_for("Bij 1:12 noemt hij mijn str")


def test_what_was_written_a_second_ago_survives_being_killed(start: Start, tmp_path: Path) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1")
        answer(terminal, "Geen gevaar", "Belediging", "LinkedIn", "Tekst", "Privébericht", "Volwassen cliënt")
        answer(terminal, "Niets van thuis", "Niets van dit alles")
        save(terminal)
        terminal.press("tab")
        terminal.type("Een halve zin")
        vault = unlock_vault(tmp_path / "vault", PASSPHRASE, ScryptSealer(), read_only=True)
        (kept,) = vault.summaries()
        wait_until(lambda: "Een halve zin" in vault.load(kept.id).notes.values())
        terminal.kill()

    with start() as terminal:
        terminal.wait_for("Verder met wat ik")
        terminal.press("1")
        unlock(terminal, PASSPHRASE)
        terminal.wait_for("Verder met: Belediging")
        terminal.press("1")
        terminal.wait_for("Nu:")
        terminal.press("tab")
        terminal.wait_for("Een halve zin")
