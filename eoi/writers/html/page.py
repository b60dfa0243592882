"""The page around the blocks. Its policy forbids scripts and any loading, as a second line of defence.

The contents are written twice: at the side of a wide page, and folded above a narrow one. Only one copy is
ever shown. No style sheet can unfold a list in every browser, and scripts are not allowed.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import dropwhile, takewhile
from typing import NamedTuple

from eoi.document.blocks import Block, Contents, Document, Heading, Paragraph, Properties, Table
from eoi.document.look import Look
from eoi.document.subset.inlines import read_plain_words
from eoi.writers.adaptation import add_legend
from eoi.writers.html.body import write_blocks_html
from eoi.writers.html.inline import escape_words, write_inlines_html
from eoi.writers.html.margin import write_blocks_with_comments
from eoi.writers.html.notes import Notes, write_footnotes_html
from eoi.writers.html.style import write_style_sheet
from eoi.writers.line_widths import Room, make_turning_room
from eoi.writers.page_layout import split_by_orientation
from eoi.writers.seal import PLACEHOLDER
from eoi.writers.table_widths import lay_out_columns

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def write_contents_html(blocks: Iterable[Block], printed: bool) -> str:
    """Write the contents: the headings of sections and parts that have an anchor.

    The text is empty if there are none.
    """
    headings = [
        block for block in blocks if isinstance(block, Heading) and block.level in (2, 3) and block.anchor
    ]
    if not headings:
        return ""
    kind, links = "contents printed" if printed else "contents", write_nested_list_html(headings)
    return (
        f'<nav class="{kind}" aria-label="Contents" data-apart>\n'
        f"<details>\n<summary>Contents</summary>\n{links}\n</details>\n"
        f'<div class="side">\n<p>Contents</p>\n{links}\n</div>\n</nav>\n'
    )


def write_nested_list_html(headings: Iterable[Heading]) -> str:
    """Write headings as nested lists."""
    lines: list[str] = []
    depth = 1
    for heading in headings:
        if heading.level > depth:
            lines.append("<ul>")
        elif lines:
            lines.append("</li>" + "</ul></li>" * (depth - heading.level))
        depth = heading.level
        lines.append(f'<li><a href="#{escape(heading.anchor)}">{write_heading_words(heading)}</a>')
    lines.append("</li></ul>" * (depth - 1))
    return "\n".join(lines)


def write_heading_words(heading: Heading) -> str:
    """Write the words of a heading only, since a link in it would be a link inside a link."""
    number = f"{heading.number} " if heading.number else ""
    return number + escape_words(read_plain_words(heading.children))


class PageParts(NamedTuple):
    """The blocks of the cover and of the text, and whether contents are between them."""

    cover: tuple[Block, ...]
    text: tuple[Block, ...]
    has_contents: bool


def write_page_html(document: Document) -> str:
    """Write the whole page."""
    document, notes = add_legend(document), Notes()
    room = make_turning_room(document.look)
    cover, text, has_contents = split_page(lay_out_columns(document.blocks, room=room))
    about = document.properties
    head = write_head_html(about, document.look, bool(document.revisions))
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n{head}</head>\n<body id="top">\n'
        f'<a class="skip" href="#content" data-apart>Skip to the content</a>\n'
        f"{write_header_html(cover, about.draft, notes)}{write_contents_html(document.blocks, has_contents)}"
        f'<main id="content">\n{write_main_html(text, notes, room)}'
        f"{write_footnotes_html(notes, write_inlines_html)}\n</main>\n"
        f"{write_footer_html(about)}</body>\n</html>\n"
    )


def split_page(blocks: tuple[Block, ...]) -> PageParts:
    """Split the page into cover and text.

    The cover is everything before the contents. Without contents it is the title and the facts below it.
    """
    for index, block in enumerate(blocks):
        if isinstance(block, Contents):
            return PageParts(blocks[:index], blocks[index + 1 :], True)
    titled = bool(blocks) and is_title(blocks[0])
    cover = tuple(takewhile(is_front_matter, blocks)) if titled else ()
    return PageParts(cover, blocks[len(cover) :], False)


def is_title(block: Block) -> bool:
    """Tell whether a block is the title."""
    return isinstance(block, Heading) and block.level == 1


def is_title_or_subtitle(block: Block) -> bool:
    """Tell whether a block is the title or the subtitle."""
    return is_title(block) or (isinstance(block, Paragraph) and block.role == "subtitle")


def is_front_matter(block: Block) -> bool:
    """Tell whether a block belongs to the top of the first page."""
    return is_title_or_subtitle(block) or (isinstance(block, Table) and block.kind == "details")


def write_header_html(cover: tuple[Block, ...], draft: bool, notes: Notes) -> str:
    """Write the top of the page: the mark of a draft, the titles and the facts of the submission."""
    mark = '<p class="draft" data-apart>Draft</p>\n' if draft else ""
    if not (mark or cover):
        return ""
    titles = write_blocks_html(takewhile(is_title_or_subtitle, cover), notes)
    comments = notes.take_comments()
    facts = write_blocks_with_comments(dropwhile(is_title_or_subtitle, cover), notes)
    below = f'<div class="facts">\n{comments}{facts}\n</div>\n' if comments or facts else ""
    return f'<header>\n<div class="title">\n{mark}{titles}\n</div>\n{below}</header>\n'


def write_main_html(blocks: tuple[Block, ...], notes: Notes, room: Room) -> str:
    """Write the text. Blocks around a wide table are a group, which is printed on landscape pages."""
    return "\n".join(
        [
            f'<div class="wide">\n{write_blocks_with_comments(inner, notes)}\n</div>'
            if wide
            else write_blocks_with_comments(inner, notes)
            for wide, inner in split_by_orientation(blocks, room)
        ]
    )


def write_footer_html(about: Properties) -> str:
    """Write the foot of the page, with a link to the top."""
    title = escape(about.title, quote=False)
    copy = f"<p>{escape(about.identification, quote=False)}</p>\n" if about.identification else ""
    return (
        f'<footer data-apart>\n<p>{title}</p>\n{copy}<p><a href="#top">Back to the top</a></p>\n</footer>\n'
    )


def write_head_html(about: Properties, look: Look, revised: bool) -> str:
    """Write the head: the properties, the policy against loading, and the style sheet."""
    described = {
        "author": about.author,
        "description": about.subject,
        "keywords": ", ".join(about.keywords),
        "dcterms.date": about.date,
        "eoi-seal": PLACEHOLDER,
    }
    metas = "".join(
        f'<meta name="{name}" content="{escape(value)}">\n' for name, value in described.items() if value
    )
    style = write_style_sheet(about, look, revised)
    return (
        f'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(about.title, quote=False)}</title>\n{metas}<style>\n{style}</style>\n"
    )
