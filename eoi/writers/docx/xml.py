"""WordprocessingML as strings: elements, fields, and words in runs."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from eoi.document.subset.typography import NO_BREAK
from eoi.writers.text import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{MAIN}"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
ENGLISH = '<w:lang w:val="en-GB"/>'  # set for each run, so that no style of a letterhead changes it


def write_tag(name: str, /, *content: str, **attributes: str | int) -> str:
    """Write an element of the main namespace, with attributes of the same namespace."""
    written = [
        f' w:{key}="{said if isinstance(said, int) else escape(said)}"' for key, said in attributes.items()
    ]
    start = f"w:{name}{''.join(written)}"
    inner = "".join(content)
    return f"<{start}>{inner}</w:{name}>" if inner else f"<{start}/>"


def write_whole_part(root: str, *content: str) -> str:
    """Write a whole part, with every namespace that our elements use."""
    return f"{DECLARATION}<w:{root} {NAMESPACES}>{''.join(content)}</w:{root}>"


def write_run(content: str, properties: str = "") -> str:
    """Write a run of text in British English."""
    return f"<w:r><w:rPr>{properties}{ENGLISH}</w:rPr>{content}</w:r>"


def write_field_start(instruction: str) -> str:
    """Begin a field. The content up to `field_end` is shown until Word updates the field."""
    code = write_run(f'<w:instrText xml:space="preserve">{instruction}</w:instrText>')
    return write_field_mark("begin") + code + write_field_mark("separate")


def write_field_end() -> str:
    """End a field."""
    return write_field_mark("end")


@cache
def write_field_mark(kind: str) -> str:
    """Write a mark of a field: begin, separate or end."""
    return write_run(write_tag("fldChar", fldCharType=kind))


# The blocks that Unicode keeps for scripts written from right to left.
SCRIPTS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
RIGHT_TO_LEFT = re.compile(f"([{SCRIPTS}]+(?:[\\W\\d_]+[{SCRIPTS}]+)*)")
NEWLINE = re.compile(r"\r\n|[\r\n]")


class Face(NamedTuple):
    """The emphasis of a run, and whether it is code or a link."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: bool = False


PLAIN = Face()
TEXT_START = '<w:t xml:space="preserve">'
# Characters that are written as elements between two texts.
ELEMENTS = {
    character: f"</w:t>{element}{TEXT_START}"
    for character, element in (("\t", "<w:tab/>"), (NO_BREAK, "<w:noBreakHyphen/>"))
}


def write_text_runs(text: str, face: Face = PLAIN) -> str:
    """Write text as runs, split where the direction changes, since Word lays out a run in one direction."""
    if text.isascii() or not RIGHT_TO_LEFT.search(text):
        return write_directed_run(text, face, rtl=False)
    pieces = RIGHT_TO_LEFT.split(text)
    return "".join(write_directed_run(piece, face, rtl=bool(index % 2)) for index, piece in enumerate(pieces))


def write_directed_run(text: str, face: Face, *, rtl: bool) -> str:
    """Write text of one direction as a run, with elements for tabs and no-break hyphens."""
    if not text:
        return ""
    words = f"{TEXT_START}{escape(replace_new_lines(text))}</w:t>"
    if "\t" in words or NO_BREAK in words:
        for character, element in ELEMENTS.items():
            words = words.replace(character, element)
        words = words.replace(f"{TEXT_START}</w:t>", "")
    return f"<w:r>{write_run_properties(face, rtl)}{words}</w:r>"


def replace_new_lines(text: str) -> str:
    """Return a text with a space for each new line. Printable text has none."""
    return text if text.isprintable() else NEWLINE.sub(" ", text)


@cache
def write_run_properties(face: Face, rtl: bool) -> str:
    """Write the properties of a run in the order that the schema asks for."""
    properties = [
        write_tag("rStyle", val="Code")
        if face.code
        else write_tag("rStyle", val="Hyperlink")
        if face.link
        else "",
        "<w:b/><w:bCs/>" if face.strong else "",
        "<w:i/><w:iCs/>" if face.emphasis else "",
        "<w:rtl/>" if rtl else "",
        ENGLISH,
    ]
    return f"<w:rPr>{''.join(properties)}</w:rPr>"
