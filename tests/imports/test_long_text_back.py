"""A long text that somebody edited comes back as Markdown, and only the lines that changed change."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from lxml import etree

import eoi
from eoi.change import apply_changes
from eoi.imports.import_document import import_document
from eoi.source import load
from eoi.submission.vocabulary import list_field_names_at
from tests.imports.word_edits import W, WordFile, run_like, text_with

HEAD = "round: 2014\nform: joint # agreed\napplicants:\n  - name: NHS Somewhere CCG\nsummary: |\n"
TEXT = """\
We would work **closely with** the area team.

Our aims:

- join up care
- plan 'together'
  - with councils
  - with patients
- spend well

The plan is wrapped
over two lines, as [published](https://example.org/plan).

We would start small.
"""
Change = Callable[[WordFile], None]


def paragraph(document: WordFile, words: str) -> Any:
    marked = (one for one in document.root.iter(f"{W}p") if one.find(f"{W}bookmarkStart") is not None)
    return next(one for one in marked if words in "".join(text.text or "" for text in one.iter(f"{W}t")))


def retype(was: str, now: str) -> Change:
    def change(document: WordFile) -> None:
        text = text_with(document.root, was)
        text.text = text.text.replace(was, now, 1)

    return change


def delete(words: str) -> Change:
    def change(document: WordFile) -> None:
        document.delete(paragraph(document, words))

    return change


def add(words: str, beside: str, before: bool = False) -> Change:
    def change(document: WordFile) -> None:
        model = paragraph(document, beside)
        copy = deepcopy(model)
        for run in [*copy.iter(f"{W}r", f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}hyperlink")]:
            run.getparent().remove(run)
        copy.append(run_like(model.find(f".//{W}r"), words))
        (model.addprevious if before else model.addnext)(copy)

    return change


def split(words: str) -> Change:
    """Press Enter before some words."""

    def change(document: WordFile) -> None:
        one = paragraph(document, words)
        text = text_with(one, words)
        run, (before, _, after) = text.getparent(), text.text.partition(words)
        copy = deepcopy(one)
        for child in [child for child in copy if child.tag != f"{W}pPr"]:
            copy.remove(child)
        copy.append(run_like(run, words + after))
        for later in [*run.itersiblings()]:
            copy.append(later)
        text.text = before
        one.addnext(copy)

    return change


def merge(words: str) -> Change:
    """Press Delete at the end of a paragraph."""

    def change(document: WordFile) -> None:
        one = paragraph(document, words)
        following = one.getnext()
        one.append(run_like(one.find(f".//{W}r"), " "))
        for child in [child for child in following if child.tag != f"{W}pPr"]:
            one.append(child)
        following.getparent().remove(following)

    return change


def move(words: str, behind: str) -> Change:
    def change(document: WordFile) -> None:
        paragraph(document, behind).addnext(paragraph(document, words))

    return change


def embolden(words: str) -> Change:
    def change(document: WordFile) -> None:
        text = text_with(document.root, words)
        run, (before, _, after) = text.getparent(), text.text.partition(words)
        bold = run_like(run, words)
        etree.SubElement(bold.find(f"{W}rPr"), f"{W}b")
        for piece in (run_like(run, after), bold, run_like(run, before)):
            run.addnext(piece)
        run.getparent().remove(run)

    return change


def back(change: Change) -> str:
    """The summary after a change to the document; all else in the file is as it was."""
    lines = (f"  {line}" if line.strip() else line for line in TEXT.splitlines(keepends=True))
    source = (HEAD + "".join(lines)).encode()
    document = WordFile(eoi.build(source, ["docx"])["docx"])
    change(document)
    outcome = import_document(document.pack(), "back.docx", source, "ours.yaml")
    assert not outcome.unplaced, [(one.difference.was, one.difference.now) for one in outcome.unplaced]
    after = apply_changes(
        load(source, "x", list_field_names_at), outcome.changes, list_field_names_at
    ).decode()
    assert after.startswith(HEAD)
    return "".join(line.removeprefix("  ") for line in after.removeprefix(HEAD).splitlines(True))


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("change", "was", "now"),
    [
        pytest.param(retype("join up care", "join up all care"), "up care", "up all care", id="an item"),
        pytest.param(retype("two lines", "many lines"), "over two", "over many", id="a wrapped line"),
        pytest.param(retype("closely with", "near"), "**closely with**", "**near**", id="bold words"),
        pytest.param(embolden("small"), "start small", "start **small**", id="words made bold"),
        pytest.param(retype("‘together’", "‘as one’"), "'together'", "'as one'", id="quotation marks"),
        pytest.param(delete("Our aims"), "Our aims:\n\n", "", id="a paragraph in the middle deleted"),
        pytest.param(
            delete("We would work"),
            "We would work **closely with** the area team.\n\n",
            "",
            id="the first paragraph deleted",
        ),
        pytest.param(delete("start small"), "\nWe would start small.\n", "", id="the last paragraph deleted"),
        pytest.param(
            add("We ask for help.", "Our aims", before=True),
            "Our aims:",
            "We ask for help.\n\nOur aims:",
            id="a paragraph added in the middle",
        ),
        pytest.param(
            add("Then we would grow.", "start small"),
            "start small.\n",
            "start small.\n\nThen we would grow.\n",
            id="a paragraph added at the end",
        ),
        pytest.param(
            add("measure results", "join up care"),
            "- join up care\n",
            "- join up care\n- measure results\n",
            id="an item added",
        ),
        pytest.param(
            add("with charities", "with councils"),
            "  - with councils\n",
            "  - with councils\n  - with charities\n",
            id="an inner item added",
        ),
        pytest.param(delete("with patients"), "  - with patients\n", "", id="an inner item deleted"),
        pytest.param(
            split("over two lines"),
            "wrapped\nover two lines",
            "wrapped\n\nover two lines",
            id="a paragraph parted in two",
        ),
        pytest.param(
            merge("The plan is"),
            "plan).\n\nWe would start",
            "plan). We would start",
            id="two paragraphs joined",
        ),
    ],
)
def test_an_edit_changes_its_own_lines_alone(change: Change, was: str, now: str) -> None:
    assert was in TEXT
    assert back(change) == TEXT.replace(was, now, 1)


def test_a_paragraph_that_moved_is_where_it_was_put() -> None:
    small = "We would start small.\n"
    moved = TEXT.replace(f"\n{small}", "").replace("Our aims:", f"{small}\nOur aims:")
    assert back(move("start small", "area team")) == moved
