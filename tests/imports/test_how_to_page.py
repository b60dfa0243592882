"""The page about Word shows what `eoi import` says of a document that was changed as the page says."""

from __future__ import annotations

import re

import eoi
from eoi.imports.import_document import import_document
from eoi.imports.reports.text import write
from tests.imports.word_edits import WordFile, is_mark
from tests.samples import ROOT

PAGE = ROOT / "docs/how-to/word.md"
SHOWN = re.compile(r"<!-- changed -->\n```text\n(.*?)```", re.DOTALL)
SOURCE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)


def changed(source: bytes) -> bytes:
    """The draft with a figure and a word retyped, the word tracked, and a post added."""
    document = WordFile(eoi.build(source, ["docx"])["docx"])
    for was, now, is_tracked in (("£220m", "£221.5m", False), ("outside hospitals", "near home", True)):
        mark = next(one for one in document.marks if is_marked(document, one, was))
        assert (document.track if is_tracked else document.retype)(mark, was, now)
    mark = next(one for one in document.marks if is_marked(document, one, "Admin support"))
    assert document.copy_row(mark, "Admin support", "Finance officer", before=False)
    return document.pack()


def is_marked(document: WordFile, mark: str, words: str) -> bool:
    return is_mark(mark) and words in "".join(document.paragraph(mark).itertext())


def test_the_page_shows_what_the_command_prints() -> None:
    page = PAGE.read_text(encoding="utf-8")
    source = SOURCE.findall(page)[0].encode()
    outcome = import_document(changed(source), "returned.docx", source, "our-ccg.yaml")
    (shown,) = SHOWN.findall(page)
    assert shown == write("returned.docx", outcome, 80)
