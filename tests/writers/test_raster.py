"""Pictures as PNG, read back chunk by chunk."""

from __future__ import annotations

import struct
import sys
import zlib
from threading import local

import pytest

from eoi.writers import typesetting
from eoi.writers.typesetting import draw_png

RED = '<rect width="40" height="20" fill="#f00"/>'


def drawn(inside: str) -> bytes:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20">{inside}</svg>'
    made = draw_png(svg, 40, 20)
    assert made is not None
    return made


def chunks(raw: bytes) -> dict[str, bytes]:
    """The PNG chunks by name; data split over several is joined."""
    assert raw[:8] == b"\x89PNG\r\n\x1a\n"
    found: dict[str, bytes] = {}
    at = 8
    while at < len(raw):
        length, name = struct.unpack(">I4s", raw[at : at + 8])
        found[name.decode()] = found.get(name.decode(), b"") + raw[at + 8 : at + 8 + length]
        at += length + 12
    return found


def test_a_picture_has_three_dots_for_two_pixels() -> None:
    assert struct.unpack(">II", chunks(drawn(RED))["IHDR"][:8]) == (60, 30)


def test_a_picture_shows_what_is_drawn_on_white() -> None:
    lines = zlib.decompress(chunks(drawn(RED))["IDAT"])
    assert lines[1:5] == b"\xff\x00\x00\xff"
    blank = zlib.decompress(chunks(drawn(""))["IDAT"])
    assert blank[1:5] == b"\xff\xff\xff\xff"


@pytest.mark.parametrize("family", ["Arial, sans-serif", "sans-serif", "Liberation Sans", "Nothing Known"])
def test_text_is_drawn_in_the_shipped_font_whatever_the_picture_asks_for(family: str) -> None:
    asked = drawn(f'<text y="15" font-family="{family}">Hello</text>')
    assert asked == drawn('<text y="15">Hello</text>')
    assert asked != drawn("")


def test_there_is_no_picture_where_typst_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "own", local())
    draw_png.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    assert draw_png("<svg/>", 1, 1) is None
    draw_png.cache_clear()
