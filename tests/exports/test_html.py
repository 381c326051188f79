"""A web page that is valid, fetches nothing, runs nothing, and can be listened to."""

from __future__ import annotations

import base64
import re
from hashlib import sha256
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.exports.html import as_html
from onlinesafe_tui.exports.shapes import Report, Section
from onlinesafe_tui.language import Language
from tests.exports.papers import every_part, nasty_paper, sheet

PAPERS = [*(nasty_paper(language) for language in Language), sheet(), Report("", Language.NL, ())]

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "section", "div", "h1", "h2", "h3", "p"),
    *("span", "img", "svg", "rect", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "br"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def parsed(page: str) -> Element:
    """Read a page as a browser does, and stop at the first thing that is not valid."""
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)
    assert isinstance(root, Element)
    return root


def tag(element: Element) -> str:
    return str(element.tag).removeprefix("{http://www.w3.org/2000/svg}")


@pytest.mark.parametrize("report", PAPERS)
def test_the_page_is_valid_and_holds_no_element_of_anybody_else(report: Report) -> None:
    assert {tag(element) for element in parsed(as_html(report)).iter()} <= TAGS


@given(text=st.text(max_size=40))
def test_no_text_can_make_it_invalid_or_add_an_element(text: str) -> None:
    one, other = (
        parsed(as_html(Report(told, Language.EN, (Section(f"t{told}", every_part(f"t{told}")),), subtitle="s")))
        for told in (text, "x")
    )
    assert [tag(element) for element in one.iter() if tag(element) not in ("br", "blockquote", "p")] == [
        tag(element) for element in other.iter() if tag(element) not in ("br", "blockquote", "p")
    ]


@pytest.mark.parametrize("report", PAPERS)
def test_nothing_is_fetched_and_nothing_runs(report: Report) -> None:
    for element in parsed(as_html(report)).iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in ("style", "href", "srcset", "action", "data")
            if name == "src":
                assert value.startswith("data:image/png;base64,")
    assert not re.search(r"url\(|@import|expression", as_html(Report("", Language.NL, ())))


def test_the_policy_allows_our_looks_and_embedded_pictures_only() -> None:
    root = parsed(as_html(nasty_paper(Language.NL)))
    (policy,) = (meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv"))
    (style,) = root.iter("style")
    digest = base64.b64encode(sha256((style.text or "").encode()).digest()).decode()
    assert policy is not None
    assert policy.split("; ")[:3] == ["default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:"]


@pytest.mark.parametrize("language", Language)
def test_it_says_its_language_and_what_its_pictures_are(language: Language) -> None:
    root = parsed(as_html(nasty_paper(language)))
    assert root.get("lang") == language
    assert [image.get("alt") for image in root.iter("img")] == [
        {"nl": "Logo van Org & <i>zonen</i>", "en": "Logo of Org & <i>zonen</i>"}[language]
    ]
    boxes = {span.get("aria-label") for span in root.iter("span") if span.get("role") == "img"}
    assert boxes == {"nl": {"gedaan", "nog te doen"}, "en": {"done", "to do"}}[language]


@pytest.mark.parametrize("report", PAPERS)
def test_headings_go_down_one_level_at_a_time(report: Report) -> None:
    levels = [int(tag(element)[1]) for element in parsed(as_html(report)).iter() if tag(element) in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_score_is_said_in_words_beside_its_picture() -> None:
    root = parsed(as_html(nasty_paper(Language.NL)))
    told = ["".join(part.itertext()) for part in root.iter("p") if part.get("class") == "said"]
    assert any("b 2 c 1 d 1 e 0" in said for said in told)
    assert all(picture.get("aria-hidden") for picture in root.iter("{http://www.w3.org/2000/svg}svg"))
