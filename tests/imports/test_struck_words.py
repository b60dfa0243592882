"""Words that somebody struck through with the button for fonts count as removed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from lxml import etree

import eoi
from eoi.imports.import_document import import_document
from eoi.imports.open_document import read_open_document
from eoi.writers.zip_package import pack, read_parts
from tests.imports.test_facts_back import SOURCE, back, paragraph, row
from tests.imports.word_edits import W, WordFile, run_like, text_with


def strike(element: Any, kind: str = "strike", is_on: str = "1") -> None:
    """Strike through all words of an element."""
    for run in [*element.iter(f"{W}r")]:
        style = run.find(f"{W}rPr")
        if style is None:
            style = etree.Element(f"{W}rPr")
            run.insert(0, style)
        etree.SubElement(style, f"{W}{kind}", {f"{W}val": is_on})


def strike_and_type(document: WordFile) -> None:
    run = text_with(row(document, "Admin support"), "£24.6k").getparent()
    new = run_like(run, "£25.1k")
    strike(run.getparent())
    run.addnext(new)


@pytest.mark.long
@pytest.mark.parametrize(
    ("change", "was", "now"),
    [
        pytest.param(
            lambda document: strike(paragraph(document, "A seat on the committee"), "dstrike"),
            "      - A seat on the committee\n",
            "",
            id="an item, struck through twice",
        ),
        pytest.param(
            lambda document: strike(row(document, "Admin support")),
            "    - {role: Admin support, cost: £24.6k}\n",
            "",
            id="a row",
        ),
        pytest.param(strike_and_type, "£24.6k}", "£25.1k}", id="a figure, with another behind it"),
        pytest.param(
            lambda document: strike(row(document, "Admin support"), is_on="0"), "role", "role", id="nothing"
        ),
    ],
)
def test_struck_words_are_removed(change: Callable[[WordFile], None], was: str, now: str) -> None:
    outcome, after = back(change)
    assert not outcome.unplaced, [one.reason for one in outcome.unplaced]
    assert after == SOURCE.replace(was, now, 1)
    assert {one.by for one in outcome.changes} <= {"struck through"}


@pytest.mark.long
def test_struck_words_of_an_opendocument_text_are_removed() -> None:
    parts = dict(read_parts(eoi.build(SOURCE.encode(), ["odt"])["odt"]))
    text = parts["content.xml"].decode()
    style = (
        '<style:style style:name="Struck" style:family="text">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    item = "A yearly audit"
    text = text.replace(item, f'<text:span text:style-name="Struck">{item}</text:span>')
    text = text.replace("</office:automatic-styles>", f"{style}</office:automatic-styles>", 1)
    raw = pack(parts | {"content.xml": text.encode()})
    assert item not in {line.words for line in read_open_document(raw).lines}
    (change,) = import_document(raw, "back.odt", SOURCE.encode(), "ours.yaml").changes
    assert (change.path, item in change.was, item in change.now) == ("support[0].conditions", True, False)
