"""The text is set in 11 points or, where the file asks for it, in 12; tables in 10."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest

from eoi.document.blocks import Document
from eoi.writers import find_writer
from tests.samples import COMPLETE, checklist_document, interest, skeleton


def document(size: str) -> Document:
    text = COMPLETE.read_text(encoding="utf-8")
    assert "text_size: 11" in text
    return interest(text.replace("text_size: 11", f"text_size: {size}"))


def sizes_in_pdf(size: str) -> Counter[float]:
    """How much text is set in letters of each size."""
    found: Counter[float] = Counter()
    with pikepdf.open(io.BytesIO(find_writer("pdf").write(document(size)))) as pdf:
        for page in pdf.pages:
            chosen = 0.0
            for one in pikepdf.parse_content_stream(page, "Tf Tj TJ"):
                if str(one.operator) == "Tf":
                    chosen = round(float(one.operands[1]), 1)
                else:
                    found[chosen] += len(b"".join(letters(one.operands[0])))
    return found


def letters(shown: Any) -> list[bytes]:
    """The texts of an operator that shows text, without the room between them."""
    pieces = [shown] if isinstance(shown, pikepdf.String) else list(shown)
    return [bytes(one) for one in pieces if isinstance(one, pikepdf.String)]


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "points"), [("11", 11), ("12 pt", 12)])
def test_the_pdf_has_text_of_the_size_and_tables_of_ten_points(typed: str, points: float) -> None:
    sizes = sizes_in_pdf(typed)
    assert {size for size, _ in sizes.most_common(2)} == {points, 10}


@pytest.mark.parametrize(("typed", "half_points"), [("11", "22"), ("12", "24")])
def test_word_has_text_of_the_size_and_tables_of_ten_points(typed: str, half_points: str) -> None:
    with ZipFile(io.BytesIO(find_writer("docx").write(document(typed)))) as package:
        styles = package.read("word/styles.xml").decode()
    defaults = styles[styles.index("<w:docDefaults>") : styles.index("</w:docDefaults>")]
    assert f'<w:sz w:val="{half_points}"/>' in defaults
    table = re.search(r'<w:style [^>]*w:styleId="TableBodyText".*?</w:style>', styles, re.DOTALL)
    assert table
    assert '<w:sz w:val="20"/>' in table[0]


@pytest.mark.parametrize("typed", ["11", "12"])
def test_opendocument_has_text_of_the_size_and_tables_of_ten_points(typed: str) -> None:
    with ZipFile(io.BytesIO(find_writer("odt").write(document(typed)))) as package:
        styles = package.read("styles.xml").decode()
    default = re.search(
        r'<style:default-style style:family="paragraph">.*?</style:default-style>', styles, re.DOTALL
    )
    assert default
    assert f'fo:font-size="{typed}pt"' in default[0]
    table = re.search(r'style:name="Table_20_Contents".*?</style:style>', styles, re.DOTALL)
    assert table
    assert 'fo:font-size="10pt"' in table[0]


def test_a_page_grows_by_as_much_on_the_screen_and_in_print() -> None:
    small, large = (find_writer("html").write(document(size)).decode() for size in ("11", "12"))
    assert "font-size: 1.1875rem" not in small
    assert "body { font-size: 1.1875rem; }" in large
    assert "@media print { body { font-size: 12pt; } }" in large


def test_the_checklist_has_the_size_of_the_document() -> None:
    assert checklist_document(skeleton(more="layout: {text_size: 12}\n")).look.text_size == 12
