"""The list of sections: at the side of a wide page, folded above a narrow one, a page of its own in print.

It is written twice, and only one copy is ever shown: no style sheet can unfold a list in every browser, and
scripts are not allowed.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from eoi.document.blocks import Block, Heading
from eoi.document.inlines import plain_text
from eoi.writers.html.inline import escape_words


def contents_html(blocks: Iterable[Block], printed: bool) -> str:
    """Write the sections with their parts: only headings that can be linked to."""
    headings = [
        block for block in blocks if isinstance(block, Heading) and block.level in (2, 3) and block.anchor
    ]
    if not headings:
        return ""
    kind, links = "contents printed" if printed else "contents", nested_list_html(headings)
    return (
        f'<nav class="{kind}" aria-label="Contents" data-apart>\n'
        f"<details>\n<summary>Contents</summary>\n{links}\n</details>\n"
        f'<div class="side">\n<p>Contents</p>\n{links}\n</div>\n</nav>\n'
    )


def nested_list_html(headings: Iterable[Heading]) -> str:
    """Write headings as lists within lists."""
    lines: list[str] = []
    depth = 1
    for heading in headings:
        if heading.level > depth:
            lines.append("<ul>")
        elif lines:
            lines.append("</li>" + "</ul></li>" * (depth - heading.level))
        depth = heading.level
        lines.append(f'<li><a href="#{escape(heading.anchor)}">{heading_words(heading)}</a>')
    lines.append("</li></ul>" * (depth - 1))
    return "\n".join(lines)


def heading_words(heading: Heading) -> str:
    """Write only the words of a heading: a link or a note's mark would be a link within this one."""
    number = f"{heading.number} " if heading.number else ""
    return number + escape_words(plain_text(heading.children))
