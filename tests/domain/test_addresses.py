"""Which web addresses a browser may be asked to open, and how they are written in full."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesafe_tui.domain.addresses import LONGEST, web_address

REFUSED = {
    "nothing": "",
    "only words": "politie.nl",
    "a script": "javascript:alert(1)",
    "a file": "file:///etc/passwd",
    "data": "data:text/html,<h1>hoi</h1>",
    "without a lock": "http://politie.nl",
    "another program": "ms-msdt:/id PCWDiagnostic",
    "a telephone": "tel:112",
    "without a site": "https://",
    "only a path": "https:///etc/passwd",
    "a backslash": "https:\\\\politie.nl",
    "a backslash later": "https://politie.nl\\@slecht.example",
    "a name before it": "https://politie.nl@slecht.example/",
    "a name and a password": "https://ik:geheim@politie.nl/",
    "an empty name": "https://@politie.nl/",
    "a space in the site": "https://politie nl/",
    "a space after it": "https://politie.nl/a b",
    "a space before it": " https://politie.nl/",
    "a new line": "https://politie.nl/\nfile:///etc/passwd",
    "a new line at its end": "https://politie.nl\n",
    "an escape": "https://politie.nl/\x1b]0;naam\x07",
    "a zero": "https://politie.nl/\x00",
    "a C1 sign": "https://politie.nl/\x9b31m",
    "letters turned around": "https://politie.nl/\u202egpj.exe",
    "a zero width": "https://poli\u200btie.nl/",
    "a zero width later": "https://politie.nl/a\u200bb",
    "a soft hyphen": "https://poli\u00adtie.nl/",
    "half a pair": "https://politie.nl/\ud800",
    "quotation marks": 'https://politie.nl/"',
    "backquotes": "https://politie.nl/`id`",
    "brackets": "https://politie.nl/<script>",
    "a broken sign": "https://politie.nl/%zz",
    "a place for browsers": "https://politie.nl/%s",
    "a port that is none": "https://politie.nl:0/",
    "a port too high": "https://politie.nl:65536/",
    "a port of letters": "https://politie.nl:https/",
    "an empty port": "https://politie.nl:/",
    "one number": "https://2130706433/",
    "a number in hexadecimal": "https://0x7f.1/",
    "numbers with zeroes": "https://0177.0.0.1/",
    "six groups": "https://[::1]/",
    "an empty part": "https://politie..nl/",
    "a hyphen first": "https://-politie.nl/",
    "a part too long": f"https://{'a' * 64}.nl/",
    "a dot that is none": "https://politie\u3002nl/",
    "wide letters": "https://\uff50olitie.nl/",
    "a slash that is none": "https://politie.nl\u2044.slecht.example/",
    "a letter that is two sites": "https://stra\u00dfe.example/",
    "no letters behind it": "https://xn--a.nl/",
    "capitals behind it": "https://xn--STRAE-oqa.example/",
    "very long": "https://politie.nl/" + "a" * LONGEST,
    "very long letters": "https://" + "\u00e9" * 100_000 + ".nl/",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_what_is_no_plain_address_of_a_site_is_refused(text: str) -> None:
    assert web_address(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "https://politie.nl",
        "https://www.politie.nl/aangifte-of-melding-doen",
        "https://opgroeien.be/kennis/themas/online-grensoverschrijdend-gedrag",
        "https://intranet/protocol?a=1&b=2#deel",
        "https://voorbeeld.nl:8443/@naam/",
        "https://192.168.1.10/protocol",
        "https://nl.wikipedia.org/wiki/Pesten_%28sociaal%29",
    ],
)
def test_an_ordinary_address_stays_as_it_is(text: str) -> None:
    address = web_address(text)
    assert address is not None
    assert address.whole == text
    assert address.written == ""


@pytest.mark.parametrize("site", ["p\u043elitie.nl", "P\u043elitie.NL", "xn--plitie-wqf.nl"])
def test_a_site_with_other_letters_is_shown_as_the_browser_reads_it(site: str) -> None:
    address = web_address(f"https://{site}/aangifte")  # the o is a Cyrillic one
    assert address is not None
    assert address.whole == "https://xn--plitie-wqf.nl/aangifte"
    assert address.written == "p\u043elitie.nl"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("HTTPS://Politie.NL/Aangifte", "https://politie.nl/Aangifte"),
        ("https://voorbeeld.nl/cafe\u0301", "https://voorbeeld.nl/cafe%CC%81"),
        ("https://voorbeeld.nl/\u00e9?q=\u20ac", "https://voorbeeld.nl/%C3%A9?q=%E2%82%AC"),
        ("https://voorbeeld.nl/$(id);'|!*[]", "https://voorbeeld.nl/%24%28id%29%3B%27%7C%21%2A%5B%5D"),
        ("https://voorbeeld.nl/%action%0a", "https://voorbeeld.nl/%ACtion%0A"),
    ],
)
def test_what_can_mean_something_to_a_terminal_a_shell_or_a_browser_is_written_out(text: str, whole: str) -> None:
    address = web_address(text)
    assert address is not None
    assert address.whole == whole


@given(st.text() | st.text().map("https://{}".format) | st.text().map("https://politie.nl/{}".format))
def test_whatever_it_is_what_may_be_opened_is_plain_and_reads_the_same_again(text: str) -> None:
    address = web_address(text)
    if address is not None:
        assert address.whole.isascii()
        assert address.whole.isprintable()
        assert not set(address.whole) & set(" \"'`$;|<>()\\^{}*!")
        assert address.whole.startswith("https://")
        assert len(address.whole) <= LONGEST
        again = web_address(address.whole)
        assert again is not None
        assert again.whole == address.whole
