"""OpenDocument XML as strings: its namespaces, and text whose spaces do not run together."""

from __future__ import annotations

import re

from eoi.writers.text import escape

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
VERSION = "1.2"  # the one that every reader in use knows
ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = (
    f'xmlns:office="{ODF}:office:1.0" xmlns:style="{ODF}:style:1.0" xmlns:text="{ODF}:text:1.0"'
    f' xmlns:table="{ODF}:table:1.0" xmlns:draw="{ODF}:drawing:1.0" xmlns:meta="{ODF}:meta:1.0"'
    f' xmlns:config="{ODF}:config:1.0" xmlns:fo="{ODF}:xsl-fo-compatible:1.0"'
    f' xmlns:svg="{ODF}:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:ooow="http://openoffice.org/2004/writer"'
)
NEWLINE = re.compile(r"\r\n|[\r\n]")
COLLAPSED = re.compile(r"(?:^|(?<=[ \t])) +")  # where a space is not the first after a word
LAST = re.compile(r" ((?:</text:(?:span|a)>|<office:annotation-end [^>]*/>)*)$")


def part_xml(root: str, content: str) -> str:
    """Write a whole file, with every namespace that our elements use."""
    return f'{DECLARATION}<office:{root} {NAMESPACES} office:version="{VERSION}">{content}</office:{root}>'


def text_xml(text: str) -> str:
    """Write text with its spaces. Those at the start count as well, since the text before may end in one."""
    one_line = text if text.isprintable() else NEWLINE.sub(" ", text)
    xml = escape(one_line)
    if one_line[:1] == " " or "  " in one_line or "\t" in one_line:
        return COLLAPSED.sub(counted_spaces, xml).replace("\t", "<text:tab/>")
    return xml


def counted_spaces(spaces: re.Match[str]) -> str:
    """Write several spaces in a row as an element, or a reader would see one."""
    number = len(spaces[0])
    return "<text:s/>" if number == 1 else f'<text:s text:c="{number}"/>'


def keep_last_space(content: str) -> str:
    """Keep the last space of a paragraph, which would be dropped otherwise."""
    if content[-1:] == " " or " </" in content or " <office:annotation-end" in content:
        return LAST.sub(r"<text:s/>\1", content)
    return content


def span_xml(style: str, content: str) -> str:
    """Write words in a style."""
    return f'<text:span text:style-name="{style}">{content}</text:span>'


def points(twips: int) -> str:
    """Write a length in points. There are twenty twips in each."""
    return f"{twips / 20:g}pt"
