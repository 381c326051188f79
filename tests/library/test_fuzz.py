"""Whatever stands in a file, the check says something about it and never falls over."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.language import Language, Words
from onlinesafe_tui.library.check import check_content
from onlinesafe_tui.library.library import Library
from onlinesafe_tui.library.meta import Kind
from tests.library.writing import AGING, TODAY, write

PIECES = [
    *("---\n", "\n---\n", "covers: [T-talk]\n", "covers:", "retired: [a]\n", "templates: [a]\n", "points: []\n"),
    *(
        "country: [nl]\n",
        "name: De Brug\n",
        "logo: logo.png\n",
        "logo: ../..\n",
        'name: "[vul in: x]"\n',
        "[fill in: y]",
        "number: '112'\n",
        "danger: true\n",
        "&a [*a]\n",
        "!!set {a}\n",
        "? x\n",
        "2026-02-30",
        "~: ~\n",
    ),
    *("# T {lang=nl}\n", "# T {lang=en}\n", "# T {lang=xx}\n", "# \n", "## H {#a}\n", "### H\n", "====\n", "----\n"),
    *("- [ ] t {#a covers=T-talk}\n", "- c {#now}\n", "  more\n", "    - deep\n", "1. one\n", "-\n", "- [ ]\n"),
    *("::: when country=nl\n", "::: when\n", "::: note\n", "::: warning x\n", ":::\n", "::::\n", "::: \n  \t"),
    *("```template\n", "```\n", "~~~\n", "{today}", "{", "}", "{}", "{a!r:>{b}}", "{{", "{#", "{#a .b c=d}\n"),
    *("[x](contact:a)", "[x](https://a.nl 't')", "[x]: y\n", "![](x)", "<b>", "<!--", "<a@b.nl>", "&#x202e;", "\\"),
    *(
        "**",
        "*",
        "`",
        "> q\n",
        "|a|\n|-|\n",
        "\n",
        "\n\n",
        " ",
        "\t",
        "\r",
        "\x1b",
        "\u202e",
        "0900-8844",
        "\ufeff",
        "\0",
    ),
]

texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.text(max_size=80))
kinds = st.sampled_from(
    [
        *("steps/talk.md", "questions/danger.md", "advice/no-talk.md", "platforms/x.md", "contacts/a.md", "laws/a.md"),
        *("templates/a.md", "about/help.md", "points.md", "organisation.md", "organisation/a.md"),
    ]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def checked(folder: Path, name: str, content: bytes) -> None:
    for path in folder.rglob("*.md"):
        path.unlink()
    write(folder, {name: content})
    for problem in (*check_content(folder, TODAY), *check_content(folder, TODAY, shipped=folder)):
        said = problem.told(Words(Language.EN))
        assert not {"\x1b", "\u202e", "\0"} & set(said)
        assert problem.line <= len(content.decode(errors="replace").splitlines()) + 1
    library = Library(folder, folder)
    for kind in Kind:
        for language in Language:
            library.pages(kind, language)
    library.danger_numbers(None)
    library.left_out()
    assert "\n" not in library.organisation().name


@given(kinds, texts, texts)
def test_no_text_makes_the_check_or_the_library_fall_over(folder: Path, name: str, front: str, body: str) -> None:
    checked(folder, name, f"---\n{front}\n---\n# T {{lang=nl}}\n{body}".encode("utf-8", "surrogatepass"))


@given(kinds, texts)
def test_no_text_at_all_of_the_right_front_matter_does_either(folder: Path, name: str, body: str) -> None:
    checked(folder, name, f"---\n{AGING}\n---\n{body}".encode("utf-8", "surrogatepass"))


@given(kinds, st.binary(max_size=60))
def test_nor_do_bytes(folder: Path, name: str, content: bytes) -> None:
    checked(folder, name, content)
