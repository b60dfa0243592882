"""Documents on a letterhead come back without its headers and footers, which no file of ours has."""

from __future__ import annotations

import pytest

from eoi.document.render import make_paper
from eoi.imports.base import examine_whole
from eoi.imports.import_document import import_document
from eoi.writers import find_writer
from eoi.writers.adaptation import replace_look
from eoi.writers.docx import prepare_with
from eoi.writers.docx.letterhead import read_letterhead
from eoi.writers.docx.letterhead.look import read_look
from eoi.writers.zip_package import pack, read_parts
from tests.imports.test_facts_back import SOURCE
from tests.letterheads import purple_letterhead


def build_on_letterhead(format_: str) -> bytes:
    letterhead = read_letterhead(purple_letterhead())
    document = make_paper("expression-of-interest", examine_whole(SOURCE.encode(), "ours.yaml"), False)
    if format_ == "odt":
        return find_writer("odt").write(replace_look(document, read_look(letterhead)))
    rest, _ = prepare_with(document, letterhead)
    return rest({})


def save_in_word(raw: bytes) -> bytes:
    """Return a document in which the headers have the names that Word gives them."""
    parts = {name.replace("word/letterhead", "word/header9"): raw for name, raw in read_parts(raw).items()}
    rels = parts["word/_rels/document.xml.rels"].replace(b"letterhead", b"header9")
    return pack(parts | {"word/_rels/document.xml.rels": rels})


@pytest.mark.long
@pytest.mark.parametrize("format_", ["docx", "odt"])
def test_a_letterhead_that_nobody_touched_is_no_change(format_: str) -> None:
    returned = build_on_letterhead(format_)
    back = save_in_word(returned) if format_ == "docx" else returned
    assert import_document(back, f"back.{format_}", SOURCE.encode(), "ours.yaml").is_empty
