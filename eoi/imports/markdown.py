"""The lines of a document as Markdown of a field, with as much as possible left as it was typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from eoi.document.subset.prose import make_markdown_reader
from eoi.imports.lines import Line, Run
from eoi.imports.pairs import LinePair
from eoi.source.characters import write_markdown_bullets
from eoi.source.list_ends import end_lists

SPECIAL = re.compile(r"([\\`*_\[\]<])")
AT_START = re.compile(r"^(\d{0,9})(#{1,6}(?=\s)|[-+>](?=\s)|(?<=\d)[.)](?=\s))")
AS_TYPED = str.maketrans("‘’“”\N{NON-BREAKING HYPHEN}\N{NO-BREAK SPACE}", "''\"\"- ")
MARKUP = re.compile(r"\]\([^()\s]{0,2000}\)|[*_\\`\[\]]")
WORD = re.compile(r"\S+")
OPENS = re.compile(r"[*_\[]{1,4}")
CLOSES = re.compile(r"(?:\]\([^()\s]{0,2000}\)|[*_]{1,3})(?=[.,;:)]?$)")
INDENT = 2


class SourceLines(NamedTuple):
    """The typed lines of a paragraph or an item in a text, from index `start` up to `end`."""

    start: int
    end: int


def merge_prose(typed: str, pairs: Sequence[LinePair]) -> str:
    """Replace the changed lines of a text by the returned ones.

    Unchanged paragraphs stay as typed, and so do the unchanged words of a changed paragraph.
    """
    source = end_lists(write_markdown_bullets(typed)).split("\n")
    stretches = find_source_lines("\n".join(source))
    known = [pair.base for pair in pairs if pair.base]
    if len(stretches) != len(known):
        return "\n\n".join(write_markdown_line(pair.now, typed) for pair in pairs if pair.now)
    by_number = {line.number: stretch for line, stretch in zip(known, stretches, strict=True)}
    parts: list[str] = []
    before: Line | None = None
    for pair in pairs:
        if pair.now is None:
            continue
        stretch = by_number[pair.base.number] if pair.base else None
        text = merge_line(source, stretch, pair, typed)
        parts.append(f"{choose_line_ends(before, pair.now, source, stretch)}{text}")
        before = pair.now
    return "".join(parts).lstrip("\n")


def find_source_lines(markdown: str) -> list[SourceLines]:
    """Return the typed lines of each paragraph, heading and item of a text, in order."""
    tokens = make_markdown_reader().parse(markdown, {"lines": markdown.split("\n"), "open": {}})
    return [SourceLines(*token.map) for token in tokens if token.type in ("inline", "hr") and token.map]


def merge_line(source: Sequence[str], stretch: SourceLines | None, pair: LinePair, typed: str) -> str:
    """Return the Markdown of a line: as typed if nothing changed, or else with the changed words."""
    assert pair.now is not None
    if stretch is None or pair.base is None:
        return write_markdown_line(pair.now, typed)
    was = "\n".join(source[stretch.start : stretch.end])
    if pair.is_equal and have_same_face(pair.base, pair.now):
        return was
    if have_same_face(pair.base, pair.now) and (
        merged := merge_typed_words(was, pair.base.words, pair.now.words, typed)
    ):
        return merged
    return write_markdown_line(pair.now, typed)


def have_same_face(base: Line, now: Line) -> bool:
    """Tell whether two lines have the same kind and the same bold, italics and links."""
    if (base.kind, base.level) != (now.kind, now.level):
        return False
    if base.words == now.words:
        return base.faces == now.faces
    return [face[:3] for face in base.faces] == [face[:3] for face in now.faces]


def merge_typed_words(typed: str, was: str, now: str, field: str) -> str | None:
    """Put the changed words into a typed text; return None if its words do not match the old ones."""
    found = list(WORD.finditer(typed))
    old, new = simplify_marks(was).split(), now.split()
    bare = [simplify_marks(MARKUP.sub("", match[0])) for match in found]
    ahead = len(bare) - len(old)  # 1 if the mark of a list item is before its words, or else 0
    if ahead not in (0, 1) or bare[ahead:] != old:
        return None
    found = found[ahead:]
    pieces, last = list[str](), 0
    for sign, start, end, new_start, new_end in SequenceMatcher(
        None, old, simplify_marks(now).split(), False
    ).get_opcodes():
        if sign == "equal":
            continue
        if start == end:
            place = found[start - 1].end() if start else found[0].start()
            pieces.append(typed[last:place])
            words = write_markdown_words(" ".join(new[new_start:new_end]), field)
            pieces.append(f" {words}" if start else f"{words} ")
            last = place
            continue
        pieces.append(typed[last : found[start].start()])
        last = found[end - 1].end()
        words = write_markdown_words(" ".join(new[new_start:new_end]), field)
        if not words:
            pieces[-1] = pieces[-1].rstrip(" ")
        opened, closed = OPENS.match(found[start][0]), CLOSES.search(found[end - 1][0])
        pieces.append(f"{opened[0] if opened else ''}{words}{closed[0] if closed else ''}")
    return "".join([*pieces, typed[last:]])


def simplify_marks(words: str) -> str:
    """Return words with the characters of a keyboard: straight quotation marks, plain hyphens and spaces."""
    return words.translate(AS_TYPED)


def write_markdown_words(words: str, field: str) -> str:
    """Write words as Markdown, with curly quotation marks only if the field has some."""
    curly = any(mark in field for mark in "‘’“”")
    kept = words.replace("\N{NON-BREAKING HYPHEN}", "-").replace("\N{NO-BREAK SPACE}", " ")
    return SPECIAL.sub(r"\\\1", kept if curly else simplify_marks(kept))


def write_markdown_line(line: Line, field: str) -> str:
    """Return a line as Markdown, with its bullet or number if it is a list item."""
    words = "".join(write_markdown_run(run, field) for run in line.runs)
    words = " ".join(words.split())
    if line.kind == "heading":
        return f"**{words.strip('*')}**"
    words = AT_START.sub(r"\1\\\2", words)
    mark = {"bullet": "- ", "number": "1. "}.get(line.kind, "")
    return f"{' ' * INDENT * line.level if mark else ''}{mark}{words}"


def write_markdown_run(run: Run, field: str) -> str:
    """Return a run of words as Markdown. Spaces at its ends stay outside the marks."""
    words = write_markdown_words(run.words, field)
    bare = words.strip()
    if not bare:
        return words
    marks = "**" * run.strong + "*" * run.emphasis
    inner = f"{marks}{bare}{marks[::-1]}"
    linked = f"[{inner}]({run.href})" if run.href else inner
    return words.replace(bare, linked, 1) if words != bare else linked


def choose_line_ends(
    before: Line | None, line: Line, source: Sequence[str], stretch: SourceLines | None
) -> str:
    """Return the line ends before a line: as typed, or else one between list items and two otherwise."""
    if before is None:
        return ""
    typed = bool(stretch and stretch.start)
    is_apart = typed and stretch is not None and not source[stretch.start - 1].strip()
    both_items = all(one.kind in ("bullet", "number") for one in (before, line))
    return "\n" if not is_apart and (typed or both_items) else "\n\n"
