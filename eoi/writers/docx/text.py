"""Words in runs: how they look, and which way they run."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from eoi.writers.docx.xml import ENGLISH, tag
from eoi.writers.xml import escaped

# The blocks that Unicode keeps for scripts written from right to left.
SCRIPTS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
RIGHT_TO_LEFT = re.compile(f"([{SCRIPTS}]+(?:[\\W\\d_]+[{SCRIPTS}]+)*)")
NEWLINE = re.compile(r"\r\n|[\r\n]")


class Face(NamedTuple):
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: bool = False


PLAIN = Face()


def text_runs(text: str, face: Face = PLAIN) -> str:
    """Word lays a run out in one direction, so text of two directions is split where they meet."""
    if not has_right_to_left(text):
        return run_of(text, face, rtl=False)
    pieces = RIGHT_TO_LEFT.split(text)
    return "".join(run_of(piece, face, rtl=bool(index % 2)) for index, piece in enumerate(pieces))


def has_right_to_left(text: str) -> bool:
    return not text.isascii() and bool(RIGHT_TO_LEFT.search(text))


def run_of(text: str, face: Face, *, rtl: bool) -> str:
    if not text:
        return ""
    lines = escaped(NEWLINE.sub(" ", text)).split("\t")
    words = "<w:tab/>".join([f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in lines])
    return f"<w:r>{run_properties(face, rtl)}{words}</w:r>"


@cache
def run_properties(face: Face, rtl: bool) -> str:
    properties = [
        tag("rStyle", val="Code") if face.code else tag("rStyle", val="Hyperlink") if face.link else "",
        "<w:b/><w:bCs/>" if face.strong else "",
        "<w:i/><w:iCs/>" if face.emphasis else "",
        "<w:rtl/>" if rtl else "",
        ENGLISH,
    ]
    return f"<w:rPr>{''.join(properties)}</w:rPr>"
