"""Old documents made to break a reader: each ends in bounded time, with a sentence, or is read."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from eoi.cli.app import run_program
from tests.calls import count_calls
from tests.imports.source_documents import BATH, Block, word_file, write_word
from tests.thorough import examples, some_of

MOST_CALLS = 10_000_000  # of functions; a clock would tell more of the machine than of the work
SHORT = examples(100, 100, 40)  # paragraphs of a document, and four times as many of a long one
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def word_of(body: str, declared: str = "", others: dict[str, bytes] | None = None) -> bytes:
    """A Word file with nothing but a body."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        text = f'<?xml version="1.0"?>{declared}<w:document {W}><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", text)
        for name, content in (others or {}).items():
            package.writestr(name, content)
    return stream.getvalue()


def many_entries() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("word/document.xml", "<x/>")
        for number in range(3_000):
            package.writestr(f"word/media/{number}.png", b"")
    return stream.getvalue()


def bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 200_000_000, compresslevel=1)  # twice as soon
    return stream.getvalue()


def spreadsheet() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    return stream.getvalue()


ENTITIES = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
REFUSED: dict[str, Callable[[], bytes]] = {
    "an-archive-that-unpacks-to-200-megabytes.docx": bomb,
    "an-archive-of-3000-entries.docx": many_entries,
    "entities.docx": lambda: word_of(PARAGRAPH.format("&c;&d;"), ENTITIES),
    "truncated.docx": lambda: word_file(BATH)[:9_000],
    "100000-paragraphs.docx": lambda: word_of(PARAGRAPH.format("word") * 100_000),
    "elements-5000-deep.docx": lambda: word_of("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000),
    "a-table-of-10000-columns-and-30-rows.docx": lambda: word_of(
        "<w:tbl>"
        + ("<w:tr>" + f"<w:tc>{PARAGRAPH.format('x')}</w:tc>" * 10_000 + "</w:tr>") * 30
        + "</w:tbl>"
    ),
    "no-words.docx": lambda: word_of("<w:p/>"),
    "a-scan.docx": lambda: word_of("<w:p/>", others={"word/media/image1.png": b"\x89PNG"}),
    "old-or-with-a-password.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "a.pdf": lambda: b"%PDF-1.7\n",
    "a.rtf": lambda: b"{\\rtf1 words}",
    "a-picture.png": lambda: b"\x89PNG\r\n",
    "a-page.html": lambda: b"<!DOCTYPE html><p>words</p>",
    "empty.docx": lambda: b"",
    "spaces.txt": lambda: b" \n \n",
    "no-text.txt": lambda: b"a\0\0\0" * 1_000,
    "a-line-for-each-word.txt": lambda: b"word\n\n" * 100_000,
    "a-spreadsheet.xlsx": spreadsheet,
}


READ: dict[str, Callable[[], bytes]] = {
    "headings-50-deep.md": lambda: "\n\n".join(
        f"{'#' * (n % 7)} {n}. Governance\n\nWords {n}" for n in range(50)
    ).encode(),
    "tables-20-deep.docx": lambda: word_of(
        "<w:tbl><w:tr><w:tc>" * 20 + PARAGRAPH.format("inside") + "</w:tc></w:tr></w:tbl>" * 20
    ),
    "control-characters.txt": lambda: (
        "Summary\n\nOne\x07\x1b[31m two \x85 three \u2028 four \x00 five".encode()
    ),
    "right-to-left.docx": lambda: write_word(
        (Block("Heading 1", "Summary"), Block("Normal", "שלום \u202eabc\u202c עולם"))
    ),
    "yaml-in-words.txt": lambda: (
        b"Summary\n\n- a: |\n  b\n--- !!python/object:os.system [x]\n\n# c: {d\n\n```\n%YAML 9"
    ),
    "a-line-of-100000-letters.txt": lambda: b"Summary\n\n" + b"x" * 100_000,
    "paths.docx": lambda: word_of(PARAGRAPH.format("word"), others={"../../escaped.txt": b"words"}),
    "a-table-of-10000-columns.docx": lambda: word_of(
        "<w:tbl><w:tr>" + f"<w:tc>{PARAGRAPH.format('x')}</w:tc>" * 10_000 + "</w:tr></w:tbl>"
    ),
}


def ending(name: str) -> str:
    return name.rpartition(".")[2]


REFUSED_HERE, READ_HERE = some_of(REFUSED, 9, ending), some_of(READ, 4, ending)


def call(*words: object) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["eoi", *map(str, words)])
        return run_program()


def run(file: Path, output: Path) -> int:
    codes = list[int]()
    calls = count_calls(lambda: codes.append(call("import", file, "-o", output)))
    assert calls < MOST_CALLS
    return codes[0]


@pytest.mark.parametrize("name", REFUSED_HERE)
def test_a_hostile_document_is_refused_in_a_sentence_and_nothing_is_written(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(REFUSED[name]())
    assert run(file, tmp_path / "new.yaml") == 2
    told = capsys.readouterr().err
    assert f"{name} cannot be imported: " in told
    assert "Traceback" not in told
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", READ_HERE)
def test_a_strange_document_is_read_and_none_of_its_words_is_lost(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_bytes(READ[name]())
    assert run(file, tmp_path / "new.yaml") == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "new.yaml"])
    assert call("check", tmp_path / "new.yaml") in (0, 1)


def test_the_work_grows_with_the_length_of_the_document_and_no_faster(tmp_path: Path) -> None:
    taken = []
    for times in (1, 4):
        blocks = (
            Block("Heading 1", "F. Governance"),
            *[Block("Normal", f"The group meets monthly, £{n}m. " * 5) for n in range(SHORT * times)],
        )
        file = tmp_path / f"{times}.docx"
        file.write_bytes(write_word(blocks))
        taken.append(count_calls(partial(call, "import", file, "-o", tmp_path / f"{times}.yaml")))
        assert (tmp_path / f"{times}.yaml").exists()
    assert taken[1] < 6 * taken[0]


def test_a_file_that_is_there_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.txt").write_text("Summary\n\nWords.")
    (tmp_path / "ours.yaml").write_text("mine")
    assert run(tmp_path / "old.txt", tmp_path / "ours.yaml") == 2
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "ours.yaml").read_text() == "mine"
