"""Conversion of an officer's Markdown to the HTML subset.

Prose has paragraphs, lists, emphasis, links and quotations. Bullets pasted from Word make lists too. A
heading becomes a bold line, since the round decides the sections. Other signs of Markdown stay as typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from eoi.document.subset.attributes import HIGHEST_START
from eoi.document.subset.plain_prose import mark_plain_prose
from eoi.expressions import Expression
from eoi.source.characters import write_markdown_bullets
from eoi.source.list_ends import end_lists

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

# Word numbers a list from no more than 32,767, so a larger number at the start of a line is text.
NUMBER_OF_ITEM = Expression(
    r"^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?P<number>\d{5,9})(?=[.)](?:[ \t]|$))", re.MULTILINE
)
# `5*3*2` is a product, and no figure in italics.
TIMES = Expression(r"(?<=\d)\*(?=\d)")
EMPTY_HEADING = "<p><strong></strong></p>\n"  # of a lone "##", which would be a numbered paragraph
UNUSED = ("code", "fence", "html_block", "html_inline", "image", "reference", "lheading")


@cache
def make_markdown_reader() -> MarkdownIt:
    """Return the reader of Markdown, set up once."""
    # Imported late, since no other command needs it.
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).disable(UNUSED)
    reader.add_render_rule("heading_open", open_bold_line)
    reader.add_render_rule("heading_close", close_bold_line)
    reader.add_render_rule("link_open", link_open)
    reader.core.ruler.push("link_titles", write_titles_after_links)
    reader.add_render_rule("hr", write_line_as_typed)
    for name in ("strong", "em"):
        reader.add_render_rule(f"{name}_open", open_emphasis)
        reader.add_render_rule(f"{name}_close", close_emphasis)
    return reader


def open_bold_line(*_: Any) -> str:
    """Begin the bold line that a heading in prose becomes."""
    return "<p><strong>"


def close_bold_line(*_: Any) -> str:
    """End the bold line that a heading in prose becomes."""
    return "</strong></p>\n"


def write_titles_after_links(state: StateCore) -> None:
    """Print the title of `[plan](address "June 2014")` in brackets, since no format shows it otherwise."""
    for token in state.tokens:
        if token.children:
            token.children = list(add_link_titles(token.children))


def add_link_titles(inlines: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens, with the title of each link as words behind it."""
    title = ""
    for inline in inlines:
        yield inline
        if inline.type == "link_open":
            title = str(inline.attrs.get("title", ""))
        elif inline.type == "link_close" and title:
            yield make_text_token(f" ({title})")
            title = ""


def make_text_token(content: str) -> Token:
    """Return a token of plain text."""
    from markdown_it.token import Token

    return Token("text", "", 0, content=content)


def link_open(renderer: Any, tokens: Sequence[Any], index: int, options: Any, env: Any) -> str:
    """Open a link without its title, which three of the formats have no place for."""
    tokens[index].attrs = {"href": tokens[index].attrs["href"]}
    return str(renderer.renderToken(tokens, index, options, env))


def open_emphasis(_renderer: Any, tokens: Sequence[Any], index: int, _options: Any, env: Any) -> str:
    """Open bold or italics.

    Nested emphasis is opened only once, since it could be nested deeper than any format allows.
    """
    tag = tokens[index].tag
    env["open"][tag] += 1
    return f"<{tag}>" if env["open"][tag] == 1 else ""


def close_emphasis(_renderer: Any, tokens: Sequence[Any], index: int, _options: Any, env: Any) -> str:
    """Close bold or italics. Nested emphasis is closed only once."""
    tag = tokens[index].tag
    env["open"][tag] -= 1
    return "" if env["open"][tag] else f"</{tag}>"


def write_line_as_typed(_renderer: Any, tokens: Sequence[Any], index: int, _options: Any, env: Any) -> str:
    """Keep `* * *` as it was typed. As a list it would have only empty bullets."""
    return f"<p>{escape(env['lines'][tokens[index].map[0]].strip(' >'))}</p>\n"


def write_prose_blocks(text: str, path: str = "") -> Markup:
    """Return the text as blocks. `path` is the field that it comes from, for remarks on it."""
    markdown = end_lists(write_markdown_bullets(text))
    plain = mark_plain_prose(markdown)
    # Safe: plain text is escaped where it is marked.
    blocks = read_markdown(markdown) if plain is None else Markup(plain)
    return Markup('<div data-path="{}">\n{}</div>\n').format(path, blocks) if path else blocks


def read_markdown(markdown: str) -> Markup:
    """Return Markdown as blocks."""
    text = TIMES.sub(r"\\*", NUMBER_OF_ITEM.sub(escape_large_number, markdown))
    # Safe: raw HTML is off, so markdown-it escapes everything that it did not write itself.
    page = make_markdown_reader().render(text, {"lines": text.split("\n"), "open": Counter()})
    return Markup(page.replace(EMPTY_HEADING, ""))


def escape_large_number(match: re.Match[str]) -> str:
    """Escape a number that is too large for the items of a list, so that it begins none."""
    return f"{match[0]}\\" if int(match["number"]) > HIGHEST_START else match[0]


def begin_with(blocks: Markup, words: str) -> Markup:
    """Put words before the first words of prose: in its first paragraph, or else in a new one."""
    if start := re.match(r"\s{0,9}(?:<div[^<>]{0,500}>\s{0,9})?<p>", blocks):
        return blocks[: start.end()] + Markup("{} ").format(words) + blocks[start.end() :]
    return Markup("<p>{}</p>\n").format(words) + blocks
