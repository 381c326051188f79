"""One file, taken apart: front matter, languages, and lines that an editor would show."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from onlinesafe_tui.domain.country import Country
from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.blocks import Paragraph, plain_text, texts
from onlinesafe_tui.library.meta import EXAMPLES, METAS, ContactMeta, Kind, LawMeta, Meta, PointsMeta, Status
from onlinesafe_tui.library.source import DEEPEST, LARGEST, Source, read_source
from tests.library.writing import AGING, contact, page

BROKEN: list[tuple[str | bytes, int, str]] = [
    ("---\ncovers: []\n# T {lang=nl}\nx", 1, "write --- on a line of its own after it"),
    ("---\ncovers: [\n---\n# T {lang=nl}\nx", 2, "This is not YAML; write key: value"),
    ("---\nretired: []\ncovers: a: b\n---\n# T {lang=nl}\nx", 3, "quote text with a colon"),
    ("---\n- a\n---\n# T {lang=nl}\nx", 2, "not a list of keys; write key: value"),
    (
        "---\nretired: []\ncover: [T-a]\n---\n# T {lang=nl}\nx",
        3,
        "cover is not known here; write one of: covers, retired",
    ),
    ('---\n"\\e]0;x": 1\n---\n# T {lang=nl}\nx', 2, "␛]0;x is not known here"),
    ("---\n1: 2\n---\n# T {lang=nl}\nx", 2, "1 is not known here"),
    ("---\ncovers: [T-a]\ncovers: [T-b]\n---\n# T {lang=nl}\nx", 3, "covers stands here twice; write it once"),
    ("---\ncovers: T-a\n---\n# T {lang=nl}\nx", 2, "covers cannot be this; write for example covers: [T-talk"),
    ("---\ncovers: [1]\n---\n# T {lang=nl}\nx", 2, "covers cannot be this"),
    (
        "---\nretired: !!binary eA==\n---\n# T {lang=nl}\nx",
        2,
        "retired cannot be this; write for example retired: [old-id]",
    ),
    ("Words\n# T {lang=nl}\nx", 1, "Text before the first heading; open it with # Title {lang=nl}"),
    ("---\n---\n\nWords\n# T {lang=nl}\nx", 3, "Text before the first heading"),
    ("# T {lang=nl}\nx\n\n# Another\ny", 4, "write # Title {lang=nl} or ## for a section"),
    ("# T {#id}\nx", 1, "write # Title {lang=nl} or ## for a section"),
    ("# T {lang=fr}\nx", 1, "fr is not a language here; write lang=nl or lang=en"),
    ("# T {lang=nl}\nx\n\n# T {lang=nl}\ny", 4, "nl stands here twice; write one part per language"),
    (b"# T {lang=nl}\ncaf\xe9", 1, "This file is not UTF-8; save it as UTF-8"),
    ("x" * (LARGEST + 1), 1, "This file is larger than 1 MB; split it"),
    ("---\ncovers: " + "[" * (DEEPEST + 1) + "\n---\n# T {lang=nl}\nx", 2, "This is not YAML"),
    ("---\ncovers: " + "[" * DEEPEST + "\n---\n# T {lang=nl}\nx", 2, "This is not YAML"),
    (
        "---\ncovers: " + "9" * 5000 + "\n---\n# T {lang=nl}\nx",
        2,
        "A day or number in the front matter does not exist",
    ),
]


WRONG_FRONTS = [
    (AGING.replace("status: verified\n", ""), 1, "Missing in the front matter: country, status; add it"),
    (AGING.replace("2026-11-22", "2026-13-45") + "\ncountry: [nl]", 2, "write a day as 2026-11-22"),
    (
        AGING.replace("2026-11-22", "soon") + "\ncountry: [nl]",
        4,
        "checked_on cannot be this; write for example checked_on: 2026",
    ),
    (AGING.replace("verified", "sure") + "\ncountry: [nl]", 2, "status: verified | secondary | unverified"),
    (AGING + "\ncountry: nl", 6, "country: [nl, be]"),
    (AGING + "\ncountry: [fr]", 6, "country: [nl, be]"),
    (AGING + "\ncountry: [nl]\nnumber: 112", 7, 'number cannot be this; write for example number: "0900-8844"'),
    (AGING + "\ncountry: [nl]\ndanger: perhaps", 7, "danger: true"),
    (AGING + "\ncountry: [nl]\nfor: [nobody]", 7, "for: [police, victims]"),
    (AGING.replace('"politie.nl, 2026"', "{fr: une liste}") + "\ncountry: [nl]", 3, 'source: "politie.nl, 2026"'),
    (AGING.replace('"politie.nl, 2026"', "[politie.nl]") + "\ncountry: [nl]", 3, 'source: "politie.nl, 2026"'),
    (
        AGING + "\ncountry: [nl]\npurposes: [police]",
        7,
        "purposes is not known here; write one of: checked_on, country",
    ),
]


def source(tmp_path: Path, text: str | bytes, meta: type[Meta] = Meta) -> Source:
    path = tmp_path / "some-page.md"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_source(path, meta)


def problems(found: Source) -> list[tuple[int, str]]:
    return [(problem.line, Words(Language.EN)(problem.message, **problem.values)) for problem in found.problems]


def test_a_file_is_one_part_per_language(tmp_path: Path) -> None:
    found = source(tmp_path, page("Leg vast.", "Capture.", "covers: [T-screenshot]"))
    assert found.problems == ()
    assert found.meta == Meta(covers=("T-screenshot",))
    assert {language: part.title for language, part in found.parts.items()} == {"nl": "Titel", "en": "Title"}
    assert [plain_text(text) for part in found.parts.values() for text, _ in texts(part.blocks)] == [
        "Leg vast.",
        "Capture.",
    ]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    found = source(tmp_path, page("Een.\n\nTwee.", "One.\n\nTwo."))
    assert [part.line for part in found.parts.values()] == [4, 9]
    assert [line for part in found.parts.values() for _, line in texts(part.blocks)] == [5, 7, 10, 12]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_lines_may_end_as_on_any_machine(tmp_path: Path, end: str) -> None:
    found = source(tmp_path, page("Een.\n\n<b>x</b>").replace("\n", end))
    assert {line for line, _ in problems(found)} == {7}
    assert set(found.parts) == {"nl", "en"}


def test_a_byte_order_mark_is_nothing_to_complain_of(tmp_path: Path) -> None:
    assert source(tmp_path, "\ufeff" + page()).problems == ()


def test_a_file_needs_no_front_matter(tmp_path: Path) -> None:
    found = source(tmp_path, "# Titel {lang=nl}\nTekst.\n")
    assert found.problems == ()
    assert found.meta == Meta()


def test_a_contact_is_read_with_its_types(tmp_path: Path) -> None:
    text = contact('number: "112"\nsite: 112.nl\ndanger: true\norder: 1\nfor: [emergency, anyone]', country="[nl, be]")
    meta = source(tmp_path, text, ContactMeta).meta
    assert meta == ContactMeta(
        status=Status.VERIFIED,
        source="politie.nl, 2026",
        checked_on=date(2026, 11, 22),
        review_after=date(2027, 5, 22),
        country=(Country.NL, Country.BE),
        number="112",
        site="112.nl",
        danger=True,
        order=1,
        purposes=("emergency", "anyone"),
    )


def test_the_parts_of_a_template_may_hold_what_looks_like_a_title(tmp_path: Path) -> None:
    found = source(tmp_path, page("```template\n# Title {lang=en}\n~~~\n# x\n```", "~~~~template\n```\n# y\n~~~~"))
    assert found.problems == ()
    assert set(found.parts) == {"nl", "en"}


def test_code_signs_inside_a_line_open_no_fence(tmp_path: Path) -> None:
    assert set(source(tmp_path, page("```a``` b")).parts) == {"nl", "en"}


def test_signs_that_yaml_writes_by_name_are_cleaned(tmp_path: Path) -> None:
    text = page(
        front=AGING.replace("politie.nl, 2026", "a\\x1b]0;x\\a\\u202eb") + '\ncountry: ["nl"]\narticles: ["1\\e[2J"]'
    )
    meta = source(tmp_path, text, LawMeta).meta
    assert isinstance(meta, LawMeta)
    assert meta.source == "a␛]0;xb"
    both = source(tmp_path, text.replace('source: "', 'source: {nl: "').replace('b"', 'b", en: "\\e[2J"}', 1), LawMeta)
    assert isinstance(both.meta, LawMeta)
    assert [both.meta.source_in(language) for language in (Language.NL, Language.EN)] == ["a␛]0;xb", "␛[2J"]
    assert meta.articles == ("1␛[2J",)


def test_a_long_page_is_not_cut(tmp_path: Path) -> None:
    words = "woord " * 40_000 + "einde"
    blocks = source(tmp_path, page(words)).parts[Language.NL].blocks
    assert isinstance(blocks[0], Paragraph)
    assert plain_text(blocks[0].text).endswith("einde")


@pytest.mark.parametrize(("text", "line", "message"), BROKEN, ids=lambda value: repr(value)[:50])
def test_what_is_wrong_is_said_once_with_its_line(tmp_path: Path, text: str | bytes, line: int, message: str) -> None:
    ((at, said),) = problems(source(tmp_path, text))
    assert at == line
    assert message in said


@pytest.mark.parametrize(("front", "line", "message"), WRONG_FRONTS)
def test_a_wrong_value_is_said_with_one_that_would_do(tmp_path: Path, front: str, line: int, message: str) -> None:
    found = source(tmp_path, page(front=front), ContactMeta)
    ((at, said),) = problems(found)
    assert at == line
    assert message in said
    assert not isinstance(found.meta, ContactMeta) or found.meta.purposes == ()


def test_every_key_has_an_example_that_is_right() -> None:
    metas: list[type[Meta]] = [*METAS.values(), PointsMeta]
    for meta in metas:
        for field in msgspec.structs.fields(meta):
            assert field.encode_name in EXAMPLES


def test_a_file_that_is_gone_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_source(tmp_path / "gone.md", METAS[Kind.ABOUT])
