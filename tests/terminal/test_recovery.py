"""The code on paper in a real terminal, with the real work of a passphrase: written down, typed back, and used."""

from __future__ import annotations

import re
from pathlib import Path

from onlinesafe_tui.store.opening import unlock_vault
from onlinesafe_tui.store.passphrase import ScryptSealer
from tests.terminal.conftest import Start
from tests.terminal.steps import PASSPHRASE, choose
from tests.terminal.terminal import Terminal

NEW = "vijf andere woorden om te houden"


def written_down(terminal: Terminal) -> list[str]:
    """Write down the groups that stand on the screen."""
    found = re.findall(
        r"(\d{1,2}) ([0-9A-Z]{4}|[0-9A-Z]{2})(?=\s)", terminal.wait_for("Herstelcode op papier", "Later")
    )
    groups = {int(number): group for number, group in found}
    assert sorted(groups) == list(range(1, 16)), terminal.text
    return [groups[number] for number in range(1, 16)]


def test_a_lost_passphrase_is_replaced_with_the_code_from_the_paper(start: Start, tmp_path: Path) -> None:
    with start() as terminal:
        terminal.wait_for("Nederland · Nederlands")
        terminal.press("1", "1", "f5")
        terminal.wait_for("wachtwoordzin")
        for _ in range(2):
            terminal.type(PASSPHRASE)
            terminal.press("enter")
        groups = written_down(terminal)
        terminal.press("1")
        shown = terminal.wait_for("Wat staat er op je papier?")
        for number in re.findall(r"Groepje (\d+)", shown):
            terminal.type(groups[int(number) - 1].lower())
            terminal.press("enter")
        terminal.wait_for("Vanaf nu opent de code op je papier")
        terminal.press("f10")
        terminal.wait_for_end()
        assert not [group for group in groups if len(group) == 4 and group.encode() in terminal.raw[-400:]]

    with start() as terminal:
        terminal.wait_for("Verder met wat ik bewaarde")
        choose(terminal, "Verder met wat ik bewaarde")
        terminal.wait_for("wachtwoordzin")
        terminal.type("die ben ik helaas vergeten")
        terminal.press("enter")
        terminal.wait_for("Dat is niet de wachtwoordzin")
        terminal.press("down")
        choose(terminal, "Vergeten: ik heb de herstelcode")
        terminal.wait_for("Openen met de herstelcode")
        terminal.type(" ".join(groups).lower())
        terminal.press("enter")
        for _ in range(2):
            terminal.type(NEW)
            terminal.press("enter")
        terminal.wait_for("Verder met:")
        terminal.press("f10")
        terminal.wait_for_end()

    with unlock_vault(tmp_path / "vault", NEW, ScryptSealer(), read_only=True) as vault:
        assert len(vault.summaries()) == 1
