"""The points that are offered, what stands on a sheet, and the paper of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from onlinesafe_tui.domain.agreements import OWN, Audience, Sheet
from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.exports.plain_text import as_plain_text
from onlinesafe_tui.language import Language
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.paths import content_folder
from onlinesafe_tui.services.agreement_paper import sheet_report
from onlinesafe_tui.services.agreement_views import blanks_in, filled_in, value_of, with_lines
from onlinesafe_tui.services.agreements import Agreements, OpenSheet, copied, in_order, own_name, toggled
from onlinesafe_tui.services.papers import Format, write_paper
from onlinesafe_tui.services.workspace import Workspace
from tests.tui.desk import Desk, FixedClock

CLOCK = FixedClock()
LATER = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

OWN_POINT = """---
order: 5
always: true
---
# Onze bus {lang=nl}
Waarom.

## Voor de cliënt {#client}
- In de bus filmen we niet. {#no-filming}
"""


@pytest.fixture(scope="module")
def library() -> Library:
    """The real content, read once."""
    return Library(content_folder())


def agreements(library: Library, language: Language = Language.NL, country: Country | None = Country.NL) -> Agreements:
    """The points in a language."""
    return Agreements(library, language, country)


def workspace(tmp_path: Path, library: Library, country: Country = Country.NL) -> Workspace:
    """What the program works with."""
    desk = Desk(tmp_path, library)
    desk.choose(country)
    return desk.workspace()


def every_point(library: Library, audience: Audience, country: Country) -> Sheet:
    """A sheet with every point on it, each in its longest wording."""
    seen = agreements(library, Language.NL, country)
    sheet = seen.begun(audience, CLOCK)
    for point in seen.points(audience):
        longest = max(point.wordings, key=lambda wording: len(wording.text))
        sheet = sheet.pick(point.id, longest.id, CLOCK.now())
    return sheet


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("country", Country)
def test_a_country_gets_its_own_words_about_recording_and_only_those(
    library: Library, language: Language, country: Country
) -> None:
    for audience in Audience:
        ids = [point.id for point in agreements(library, language, country).points(audience)]
        assert [id for id in ids if id.startswith("recording")] == [f"recording-{country}"]


@pytest.mark.parametrize("audience", Audience)
def test_a_new_sheet_begins_with_the_points_of_every_sheet_in_their_first_words(
    library: Library, audience: Audience
) -> None:
    seen = agreements(library)
    view = seen.view(seen.begun(audience, CLOCK))

    assert [point.point.id for point in view.chosen] == [p.id for p in seen.points(audience) if p.always]
    assert all(point.text == point.point.wordings[0].text for point in view.chosen)
    assert 8 <= len(view.chosen) < len(view.points)


def test_every_point_speaks_to_somebody_and_no_client_reads_what_is_for_the_team(library: Library) -> None:
    client = agreements(library).points(Audience.CLIENT)
    team = agreements(library).points(Audience.TEAM)

    assert {"from-us", "complaints", "boundaries"} <= {point.id for point in client}
    assert {"contact-details", "each-other", "new-colleagues"} <= {point.id for point in team}
    assert not {"contact-details", "each-other", "new-colleagues"} & {point.id for point in client}
    texts = [{wording.text for point in points for wording in point.wordings} for points in (client, team)]
    assert not texts[0] & texts[1]


def test_what_was_filled_in_stands_in_the_text_of_every_language(library: Library) -> None:
    sheet = agreements(library).begun(Audience.CLIENT, CLOCK).fill("hours", "working-hours", ["9", "17"], LATER)

    dutch = agreements(library).view(sheet).point("hours")
    english = agreements(library, Language.EN).view(sheet).point("hours")
    assert dutch
    assert english
    assert "tussen 9 en 17, binnen [aantal dagen] werkdagen" in dutch.text
    assert "between 9 and 17, within [number of days] working days" in english.text
    assert dutch.blanks == ("aantal dagen", "naam en nummer bij haast")


def test_own_words_are_the_same_in_every_language(library: Library) -> None:
    sheet = agreements(library).begun(Audience.CLIENT, CLOCK).adapt("tone", "Wij zijn aardig.", LATER)
    for language in Language:
        point = agreements(library, language).view(sheet).point("tone")
        assert point
        assert (point.picked, point.text) == (OWN, "Wij zijn aardig.")


def test_a_point_on_the_sheet_stays_in_another_country_and_is_offered_no_more_once_it_is_off(library: Library) -> None:
    sheet = agreements(library).begun(Audience.CLIENT, CLOCK)
    there = agreements(library, country=Country.BE)

    kept = there.view(sheet).point("recording-nl")
    assert kept
    assert kept.is_on
    assert there.view(sheet).point("recording-be")
    assert there.view(sheet.leave_out("recording-nl", LATER)).point("recording-nl") is None


def test_a_wording_that_is_not_there_any_more_is_off_the_sheet_and_can_be_put_on_again(library: Library) -> None:
    sheet = agreements(library).begun(Audience.CLIENT, CLOCK).pick("tone", "gone", LATER)
    view = agreements(library).view(sheet).point("tone")

    assert view
    assert not view.is_on
    assert toggled(view, sheet, CLOCK).wordings["tone"] == "calm"


def test_a_point_comes_back_in_ones_own_words(library: Library) -> None:
    sheet = agreements(library).begun(Audience.CLIENT, CLOCK).adapt("tone", "Wij zijn aardig.", LATER)
    for is_on in (False, True):
        view = agreements(library).view(sheet).point("tone")
        assert view
        sheet = toggled(view, sheet, CLOCK)
        assert sheet.wordings.get("tone") == (OWN if is_on else None)


def test_what_is_open_is_named_once_and_counted_every_time(library: Library) -> None:
    sheet = agreements(library).begun(Audience.CLIENT, CLOCK)
    sheet = sheet.pick("complaints", "somebody-else", LATER).pick("channels", "organisation-app", LATER)
    sheet = sheet.pick("hours", "some-days", LATER)
    seen = agreements(library)

    told = seen.told_blanks(seen.view(sheet))
    assert told.startswith(
        "5 plekken zijn nog leeg: naam van de app of het portaal, welke dagen, naam en nummer bij haast, "
    )

    filled = sheet
    for point in seen.view(sheet).chosen:
        filled = filled.fill(point.point.id, point.picked, ["x"] * len(point.blanks), LATER)
    assert seen.told_blanks(seen.view(filled)) == ""


def test_a_copy_takes_the_words_along_and_leaves_the_name_and_the_day(library: Library) -> None:
    sheet = agreements(library).begun(Audience.TEAM, CLOCK).adapt("tone", "Aardig.", LATER)
    sheet = sheet.fill("hours", "team-off-at-night", ["de wacht"], LATER).call("oud", LATER)
    copy = copied(sheet.review(date(2027, 1, 1), LATER), CLOCK)

    assert copy.id != sheet.id
    assert (copy.audience, copy.wordings, copy.texts, copy.fills) == (
        sheet.audience,
        sheet.wordings,
        sheet.texts,
        sheet.fills,
    )
    assert (copy.name, copy.review_on) == ("", None)


def test_a_sheet_without_a_name_is_called_by_whom_it_is_for_and_its_day(library: Library) -> None:
    sheet = agreements(library).begun(Audience.TEAM, CLOCK)
    assert agreements(library).name(sheet) == "Voor het team, 22 november 2026"
    assert agreements(library).name(sheet.call("Huis 3", LATER)) == "Huis 3"


def test_what_is_to_be_looked_at_again_comes_first_and_then_what_changed_last() -> None:
    def made(id: str, hour: int, review: date | None = None) -> Sheet:
        at = datetime(2026, 11, 20, hour, tzinfo=UTC)
        return Sheet(id=id, made=at, changed=at, audience=Audience.TEAM, review_on=review)

    sheets = (made("old", 8), made("due", 7, date(2026, 11, 22)), made("new", 9), made("later", 6, date(2026, 11, 23)))
    assert [sheet.id for sheet in in_order(sheets, date(2026, 11, 22))] == ["due", "new", "old", "later"]


def test_a_new_sheet_is_kept_when_something_changes() -> None:
    kept: list[Sheet] = []
    sheet = Sheet(id="a" * 16, made=LATER, changed=LATER, audience=Audience.TEAM)
    opened = OpenSheet(sheet, kept.append)
    assert kept == []
    opened.change(sheet.call("nu", LATER))
    assert kept == [opened.value]


@pytest.mark.parametrize(
    ("text", "values", "becomes"),
    [
        ("Bel [naam] op [nummer].", ["ons"], "Bel ons op [nummer]."),
        ("Bel [naam] op [nummer].", ["", "06"], "Bel [naam] op 06."),
        ("Bel [naam].", ["een", "twee"], "Bel een."),
        ("Bel.", ["een"], "Bel."),
    ],
)
def test_values_come_in_the_place_of_blanks(text: str, values: list[str], becomes: str) -> None:
    assert filled_in(text, values) == becomes


def test_a_value_makes_no_new_blank_and_no_new_line() -> None:
    assert value_of(" [de wacht]\n\x1b[31m") == "(de wacht) ␛(31m"
    assert blanks_in(filled_in("Bel [naam].", [value_of("[x]")])) == ()


def test_a_name_is_one_short_line() -> None:
    assert own_name("huis\n3 \u202e" + "x" * 300).startswith("huis 3 ⟦RLO⟧")
    assert len(own_name("x" * 300)) == 200


def test_a_blank_becomes_a_line_to_write_on_with_its_name_behind_it() -> None:
    assert re.fullmatch(r"Bel \.{10,} \(naam\)\.", with_lines("Bel [naam]."))


def sheets(library: Library) -> Iterator[tuple[str, Country, Sheet]]:
    """Every sheet that one begins with, in both countries."""
    for country in Country:
        for audience in Audience:
            yield audience, country, agreements(library, country=country).begun(audience, CLOCK)


@pytest.mark.parametrize("language", Language)
def test_the_paper_has_every_point_the_day_and_lines_to_sign_and_not_the_name(
    tmp_path: Path, library: Library, language: Language
) -> None:
    for audience, country, begun in sheets(library):
        sheet = begun.call("Kim uit huis 3", LATER).review(date(2027, 5, 22), LATER)
        report = sheet_report(workspace(tmp_path, library, country), sheet, language)
        text = " ".join(as_plain_text(report).split())

        for point in agreements(library, language, country).view(sheet).chosen:
            assert point.point.title in text
            assert with_lines(point.text) in text
        assert "2027" in text
        assert "Kim" not in text
        assert ("Cliënt" if language is Language.NL else "Client") in text or audience == Audience.TEAM
        assert "[" not in text
        assert report.fits_page


def test_without_a_day_there_is_room_to_write_one(tmp_path: Path, library: Library) -> None:
    sheet = agreements(library).begun(Audience.CLIENT, CLOCK)
    text = as_plain_text(sheet_report(workspace(tmp_path, library), sheet, Language.EN))
    assert re.search(r"We look at it again on this day:\n\s*_+\n", text)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("audience", Audience)
def test_even_every_point_in_its_longest_words_is_one_page(
    tmp_path: Path, library: Library, audience: Audience, language: Language
) -> None:
    sheet = every_point(library, audience, Country.NL)
    pdf = write_paper(sheet_report(workspace(tmp_path, library), sheet, language), Format.PDF)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize("format", Format)
def test_the_paper_comes_in_every_kind_of_file(tmp_path: Path, library: Library, format: Format) -> None:
    sheet = agreements(library).begun(Audience.CLIENT, CLOCK)
    assert len(write_paper(sheet_report(workspace(tmp_path, library), sheet, Language.NL), format)) > 1000


def test_a_point_of_the_organisation_stands_in_its_place_and_its_name_on_the_paper(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "agreements").mkdir(parents=True)
    (own / "agreements" / "bus.md").write_text(OWN_POINT)
    (own / "organisation.md").write_text('---\nname: "De Brug"\n---\n')
    library = Library(content_folder(), own)
    seen = agreements(library, Language.EN)
    sheet = seen.begun(Audience.CLIENT, CLOCK)

    first = seen.view(sheet).points[0]
    assert (first.point.id, first.point.is_own, first.text) == ("bus", True, "In de bus filmen we niet.")
    assert seen.points(Audience.TEAM)[0].id != "bus"
    report = sheet_report(workspace(tmp_path, library), sheet, Language.EN)
    assert report.organisation == "De Brug"
