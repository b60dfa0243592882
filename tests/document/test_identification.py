"""The foot of each page says which copy it is: the paper, its version, its date and who may read it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from eoi.document.properties import identify_copy
from eoi.writers import find_writer
from tests.programs import page_texts
from tests.samples import examined, interest, skeleton

PAPER = """\
versions: [{version: "0.1", date: 2 June 2014}, {version: "0.2", date: 9 June 2014}]
paper: {number: "7", date: 12 June 2014, classification: Official & sensitive}
"""
LINE = "Paper 7 · 12 June 2014 · Version 0.2 · Official & sensitive"


def identified(more: str) -> str:
    return identify_copy(examined(skeleton(more=more)).submission)


def test_the_last_version_and_the_date_of_the_meeting_identify_a_copy() -> None:
    assert identified(PAPER) == LINE


def test_a_copy_without_a_meeting_has_the_date_of_its_version() -> None:
    assert identified("versions: [{version: Version 3, date: 9 June 2014}]\n") == "Version 3 · 9 June 2014"


def test_a_file_that_states_none_of_it_has_no_such_line() -> None:
    assert identified("") == ""


@pytest.mark.parametrize(("format_", "part"), [("docx", "word/footer1.xml"), ("odt", "styles.xml")])
@pytest.mark.parametrize("final", [False, True], ids=["draft", "final"])
def test_the_foot_of_word_and_opendocument_pages_says_which_copy_it_is(
    format_: str, part: str, final: bool
) -> None:
    made = find_writer(format_).write(interest(skeleton(more=PAPER), final=final))
    with ZipFile(BytesIO(made)) as package:
        assert LINE.replace("&", "&amp;") in package.read(part).decode()


def test_a_web_page_says_it_once_at_its_end() -> None:
    page = find_writer("html").write(interest(skeleton(more=PAPER))).decode()
    assert page.count(LINE.replace("&", "&amp;")) == 1
    assert LINE.replace("&", "&amp;") in page.partition("<footer")[2]


def test_the_foot_of_every_pdf_page_but_the_first_says_it(tmp_path: Path) -> None:
    made = tmp_path / "copy.pdf"
    made.write_bytes(find_writer("pdf").write(interest(skeleton(more=PAPER))))
    first, *others = page_texts(made)
    assert others
    assert LINE not in first
    assert all(LINE in page for page in others)
