"""The documents as other programs read them: an XML parser, an HTML parser and a Markdown reader.

from tests.readers import READERS, html_tree, normalised

normalised(READERS["docx"](raw))      # the words a person sees, whatever the format
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from itertools import pairwise
from unicodedata import bidirectional
from xml.etree.ElementTree import Element, TreeBuilder, fromstring
from zipfile import ZipFile

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from eoi.writers.glyphs import spell_out
from eoi.writers.seal import read_seal
from eoi.writers.text import RIGHT_TO_LEFT
from tests import pdf_structure
from tests.pdf_structure import structure

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufff9-\ufffb]"
)
MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ODF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
ODF_UNREAD = frozenset(
    {
        f"{ODF_TEXT}note",
        f"{ODF_TEXT}table-of-content",
        "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
        "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}title",
        "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}frame",
    }
)
# Marks that XML cannot hold stand for the spaces that elements ask for, until the others are one.
ODF_SPACES = {f"{ODF_TEXT}s": "\0", f"{ODF_TEXT}tab": "\1", f"{ODF_TEXT}line-break": "\2"}
ODF_SHOWN = {"\0": " ", "\1": "\t", "\2": "\n"}
AS_TYPED = str.maketrans("‘’“”\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}", "''\"\"--")
VOID = frozenset({"br", "source", "meta", "link", "img", "hr", "input", "base", "wbr", "col"})
INLINE = frozenset({"a", "strong", "em", "code", "s", "span", "mark", "sup", "wbr"})
# Marks of footnotes, and links back from them, as the Markdown reader writes them.
COMMENT_MARK = re.compile(r"#comment-\d+$")
FOOTNOTE_MARKS = frozenset({"footnote-ref", "footnote-backref"})
GITHUB = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin, inline=False)


def normalised(text: str) -> str:
    """Quotation marks and hyphens as a person types them to search for them, and single spaces."""
    return " ".join(text.translate(AS_TYPED).split())


class TreeReader(HTMLParser):
    """Unlike a browser, it forgives nothing: an element left open, or closed twice, fails the test."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = TreeBuilder()
        self.builder.start("document", {})
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        assert len(attributes) == len(attrs), f"<{tag}> has an attribute twice"
        self.builder.start(tag, attributes)
        if tag in VOID:
            self.builder.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, f"<{tag}/>"
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag
        self.builder.end(tag)

    def handle_data(self, data: str) -> None:
        self.builder.data(data)

    def tree(self) -> Element:
        self.close()
        assert self.open == []
        self.builder.end("document")
        return self.builder.close()


def html_tree(html: str) -> Element:
    reader = TreeReader()
    reader.feed(html)
    return reader.tree()


def markdown_tree(markdown: str) -> Element:
    return html_tree(render(markdown))


@lru_cache(maxsize=4)
def render(markdown: str) -> str:
    """Return the page that GitHub shows: most tests ask several things of one text."""
    page: str = GITHUB.render(markdown)
    return page


def text_of(element: Element) -> str:
    """The words of an element; whatever is not inline stands apart from its neighbours."""
    return "".join(pieces(element))


def is_apart(element: Element) -> bool:
    """No part of the document's text: marks of notes, comments on it, what helps to find the way."""
    return "data-apart" in element.attrib or element.get("class") in FOOTNOTE_MARKS


def pieces(element: Element) -> Iterator[str]:
    if is_apart(element) or COMMENT_MARK.match(element.get("href", "")):
        return
    edge = "" if element.tag in INLINE else "\n"
    yield edge + (element.text or "")
    for child in element:
        yield from pieces(child)
        yield child.tail or ""
    yield edge


def one(root: Element, path: str) -> Element:
    found = root.findall(path)
    assert len(found) == 1, f"{path}: {len(found)}"
    return found[0]


def html_text(raw: bytes) -> str:
    """The text of a page, without the pictures and the tables behind pictures that are for a screen alone."""
    body = one(html_tree(raw.decode()), ".//body")
    for figure in list(body.iter("figure")):
        for hidden in list(figure) if figure.get("class") == "screen" else figure.findall("details"):
            figure.remove(hidden)
    return text_of(body)


def markdown_text(raw: bytes) -> str:
    tree = markdown_tree(raw.decode())
    for element in list(tree.iter()):
        drop_words_of_figures(element)
    drop_annex_of_comments(tree)
    return text_of(tree)


def drop_annex_of_comments(tree: Element) -> None:
    """Other formats have the comments in the margin."""
    is_annex = False
    for element in list(tree):
        is_annex = element.tag != "section" and (is_annex or element.find("a[@id='comments']") is not None)
        if is_annex:
            tree.remove(element)


def drop_words_of_figures(element: Element) -> None:
    """Other formats show the picture that these words, after its caption, stand for."""
    for caption, shown in pairwise(list(element)):
        if shown.tag == "p" and re.match(r"Figure \d+: ", text_of(caption).strip()):
            element.remove(shown)


def docx_text(raw: bytes) -> str:
    """The text, with check boxes as the characters that they show, and the footnotes after it.

    Sections and paragraphs have the numbers that Word counts for them.
    """
    with ZipFile(io.BytesIO(raw)) as package:
        names = [name for name in ("word/document.xml", "word/footnotes.xml") if name in package.namelist()]
        roots = [fromstring(package.read(name)) for name in names]
        patterns = multilevel_patterns(fromstring(package.read("word/numbering.xml")))
    counted: list[int] = []
    return "\n".join(
        f"{word_number(paragraph, patterns, counted)}{''.join(runs(paragraph))}"
        for root in roots
        for paragraph in root.iter(f"{MAIN}p")
    )


def multilevel_patterns(numbering: Element) -> dict[str, list[str]]:
    """The patterns of the levels, "%1.%2", of each list that counts sections and paragraphs in one."""
    lists = {
        pattern.get(f"{MAIN}abstractNumId"): [
            level.get(f"{MAIN}val", "") for level in pattern.findall(f"{MAIN}lvl/{MAIN}lvlText")
        ]
        for pattern in numbering.findall(f"{MAIN}abstractNum")
        if one(pattern, f"{MAIN}multiLevelType").get(f"{MAIN}val") == "multilevel"
    }
    instances = {
        instance.get(f"{MAIN}numId", ""): one(instance, f"{MAIN}abstractNumId").get(f"{MAIN}val")
        for instance in numbering.findall(f"{MAIN}num")
    }
    return {number: lists[key] for number, key in instances.items() if key in lists}


def word_number(paragraph: Element, patterns: dict[str, list[str]], counted: list[int]) -> str:
    """What Word would print before a paragraph of such a list: it counts on, and starts afresh further in."""
    properties = paragraph.find(f"{MAIN}pPr/{MAIN}numPr")
    if properties is None:
        return ""
    pattern = patterns.get(one(properties, f"{MAIN}numId").get(f"{MAIN}val", ""))
    if pattern is None:
        return ""
    level = int(one(properties, f"{MAIN}ilvl").get(f"{MAIN}val", "0"))
    counted[level:] = [(counted[level] if level < len(counted) else 0) + 1]
    text = pattern[level]
    for at, number in enumerate(counted, 1):
        text = text.replace(f"%{at}", str(number))
    return f"{text} "


def runs(paragraph: Element) -> Iterator[str]:
    spaces = {f"{MAIN}tab": "\t", f"{MAIN}br": "\n", f"{MAIN}noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
    for element in paragraph.iter():
        yield (element.text or "") if element.tag == f"{MAIN}t" else spaces.get(element.tag, "")


def odt_text(raw: bytes) -> str:
    """The text without remarks and contents, and the footnotes after it.

    Sections and paragraphs have the numbers that LibreOffice counts for them.
    """
    with ZipFile(io.BytesIO(raw)) as package:
        root = fromstring(package.read("content.xml"))
    notes = [line for note in root.iter(f"{ODF_TEXT}note-body") for line in odt_lines(note, [])]
    return "\n".join([*odt_lines(root, []), *notes])


def odt_lines(element: Element, counted: list[int], depth: int = 0) -> Iterator[str]:
    if element.tag in (f"{ODF_TEXT}p", f"{ODF_TEXT}h"):
        yield odt_number(counted, depth) + odt_spaced("".join(odt_pieces(element)))
    elif element.tag not in ODF_UNREAD:
        if element.tag == f"{ODF_TEXT}list" and (depth or element.get(f"{ODF_TEXT}style-name") == "Sections"):
            depth += 1
        for child in element:
            yield from odt_lines(child, counted, depth)


def odt_number(counted: list[int], depth: int) -> str:
    """One list goes on from part to part: further in it starts afresh, and names the numbers above."""
    if not depth:
        return ""
    counted[depth - 1 :] = [(counted[depth - 1] if depth <= len(counted) else 0) + 1]
    return ".".join(map(str, counted)) + " "


def odt_pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag in ODF_SPACES:
            yield ODF_SPACES[child.tag] * int(child.get(f"{ODF_TEXT}c", "1"))
        elif child.tag not in ODF_UNREAD:
            yield from odt_pieces(child)
        yield child.tail or ""


def odt_spaced(content: str) -> str:
    """White space is one space, and none at either end, but for what elements ask for."""
    collapsed = re.sub(r"[ \t\r\n]+", " ", content).strip(" ")
    return collapsed.translate({ord(mark): space for mark, space in ODF_SHOWN.items()})


def pdf_text(raw: bytes) -> str:
    """The text in the order of its structure, with the footnotes after it and without what no eye can see."""
    root = structure(raw)
    drop_comments(root)
    notes = [note.text_without("Lbl") for note in root.all("Note")]
    return INVISIBLE.sub("", "\n".join([root.text_without("Lbl", "Figure", "TOC", "Note"), *notes]))


def drop_comments(element: pdf_structure.Element) -> None:
    """Drop the marks of comments and the annex of what they say."""
    for at, child in enumerate(element.children):
        if isinstance(child, str):
            continue
        if re.fullmatch(r"H\d?", child.role) and child.text == "Comments":
            del element.children[at:]
            return
        if child.role == "Link" and re.fullmatch(r"\[\d+\]", child.text):
            element.children[at] = ""
        else:
            drop_comments(child)


def printed(text: str) -> str:
    """The text as a PDF has it: it spells what the fonts lack, and what cannot be seen is no matter."""
    return INVISIBLE.sub("", spell_out(text))


def plain_text(content: bytes) -> str:
    """A text without its seal, which plain text has no other place for than its last line."""
    return content.decode().replace(read_seal(content) or "", "")


DIRECTED = RIGHT_TO_LEFT | {"L", "EN", "AN", "NSM"}


def comparable(text: str) -> list[str]:
    """In a paragraph of two directions a PDF has spaces and signs, which have none, where the eye sees them,
    so where there is any such script letters and numbers are what can be compared."""
    has_two_directions = any(bidirectional(letter) in RIGHT_TO_LEFT for letter in text)
    if not has_two_directions:
        return text.split()
    return ["".join(letter for letter in text if bidirectional(letter) in DIRECTED)]


class Readers(dict[str, Callable[[bytes], str]]):
    """A reader for each format; a format without one is read as plain text."""

    def __missing__(self, name: str) -> Callable[[bytes], str]:
        return plain_text


READERS = Readers(docx=docx_text, html=html_text, md=markdown_text, odt=odt_text, pdf=pdf_text)
