"""`--letterhead`: what the command says of a letterhead, before and after it has used it."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from eoi.cannot_run import CannotRun
from eoi.document.blocks import Callout, Document, Heading
from eoi.document.inline import Text
from eoi.drafts.letterhead import read_own_paper
from tests.cli.calls import Call
from tests.letterheads import letterhead, purple_letterhead
from tests.samples import skeleton
from tests.word import PROPERTIES, text


@pytest.mark.long
def test_the_styles_that_a_letterhead_lacks_are_named_in_one_line(
    tmp_path: Path,
) -> None:
    file = tmp_path / "ours.docx"
    file.write_bytes(letterhead())
    paper = read_own_paper(file)
    for callout in (Callout("gap", (text("x"),)), Callout("note", (text("x"),))) * 2:
        paper.prepare(Document(PROPERTIES, (callout,)))
    said = list(paper.describe_missing())
    assert said == [f"eoi: {file} has no style for these, so ours were used: Gap, Note"]


@pytest.mark.slow
def test_nothing_is_said_of_a_letterhead_that_lacks_nothing(
    tmp_path: Path,
) -> None:
    file = tmp_path / "ours.docx"
    file.write_bytes(letterhead())
    paper = read_own_paper(file)
    rest = paper.prepare(Document(PROPERTIES, (Heading(1, (Text("Title"),), "t"),)))
    assert rest({}).startswith(b"PK")
    assert list(paper.describe_missing()) == []


@pytest.mark.slow
def test_only_the_word_documents_of_a_build_are_on_the_letterhead(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_bytes(letterhead())
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    code, out, err = eoi("build", "ccg.yaml", "--letterhead", "ours.docx", "--format", "docx,md")
    assert (code, out) == (0, "")
    assert err.count("ours.docx has no style for these, so ours were used: ") == 1
    built = docx.Document(str(tmp_path / "build/ccg-checklist.docx"))
    assert built.sections[0].header.paragraphs[0].text == "NHS Somewhere CCG, Some Street"
    assert eoi("build", "ccg.yaml", "--letterhead", "ours.docx", "--format", "docx", "--check").code == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    ("formats", "said"),
    [
        ("docx,md", ""),
        ("pdf", "PDF takes the colour, the header, the footer and the logo from ours.docx, but not the other "
         "styles, the margins and the font Georgia in the PDF"),
        ("docx,odt", "OpenDocument takes the colour, the header, the footer and the logo from ours.docx, but "
         "not the other styles and the margins"),
    ],
)  # fmt: skip
def test_one_line_says_what_of_a_letterhead_reaches_the_formats_other_than_word(
    eoi: Call, tmp_path: Path, formats: str, said: str
) -> None:
    (tmp_path / "ours.docx").write_bytes(purple_letterhead())
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    code, _, err = eoi("build", "ccg.yaml", "--letterhead", "ours.docx", "--format", formats)
    assert code == 0
    assert [line for line in err.splitlines() if " from ours.docx" in line] == (
        [f"eoi: {said}"] if said else []
    )


def test_a_letterhead_for_neither_word_opendocument_nor_pdf_is_a_mistake(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "ours.docx").write_bytes(letterhead())
    (tmp_path / "ccg.yaml").write_text(skeleton(), encoding="utf-8")
    code, _, err = eoi("build", "ccg.yaml", "--letterhead", "ours.docx", "--format", "md")
    assert (code, "none of these is to be written" in err) == (2, True)
    assert not (tmp_path / "build").exists()


def test_a_file_that_cannot_be_a_letterhead_ends_the_command_with_the_reason(tmp_path: Path) -> None:
    file = tmp_path / "ours.docx"
    file.write_bytes(b"%PDF")
    with pytest.raises(CannotRun, match="cannot be the letterhead: it is not a Word document"):
        read_own_paper(file)


def test_a_letterhead_that_is_not_there_or_is_a_folder_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match="there is no file"):
        read_own_paper(tmp_path / "none.docx")
    with pytest.raises(CannotRun, match="cannot be the letterhead: it is no file"):
        read_own_paper(tmp_path)
