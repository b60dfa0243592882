"""What `eoi build` says: a line for each document to a person at a terminal, and what it came to, to all."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest

from eoi.document.blocks import BulletList, Cell, Contents, Document, Heading, Paragraph, Properties, Table
from eoi.document.inline import Checkbox, Footnote, Remark, RemarkedWords, Text
from eoi.document.walk import count_words_of_document
from eoi.drafts import papers
from eoi.drafts.messages import BuildSums, write_summary_line
from eoi.reports.totals import Tally
from eoi.writers.typesetting import UnavailableFormat
from tests.cli.calls import Call, files_in
from tests.compiled_program import program_path
from tests.samples import COMPLETE, skeleton

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
REASON = "PDF cannot be written on this machine: there is no typst for it"


@pytest.fixture
def ccg(tmp_path: Path) -> Path:
    path = tmp_path / "ccg.yaml"
    path.write_text(skeleton(), encoding="utf-8")
    return path


def test_who_reads_no_terminal_gets_one_line_for_a_file(eoi: Call, ccg: Path) -> None:
    _, _, err = eoi("build", ccg.name, "--format", "md")
    assert re.fullmatch(
        r"ccg\.yaml: [\d,]+ words, 9 answers to complete, 7 of them required, and 43 to consider "
        r"\(see eoi check\)\.\n",
        err,
    )


def test_a_complete_file_is_told_that_no_answer_is_missing(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "ccg.yaml").write_bytes(COMPLETE.read_bytes())
    assert "words, no answers to complete; " in eoi("build", "ccg.yaml", "--format", "md").err


def test_several_files_are_summed_up(eoi: Call, ccg: Path, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_bytes(COMPLETE.read_bytes())
    one, other, both = eoi("build", ccg.name, "other.yaml", "--format", "md").err.splitlines()
    assert both.startswith("2 files in all: ")
    assert words_in(both) == words_in(one) + words_in(other)
    assert "9 answers to complete" in both


def words_in(line: str) -> int:
    (number,) = re.findall(r"([\d,]+) words", line)
    return int(number.replace(",", ""))


def test_the_words_are_those_of_the_text_and_of_its_footnotes() -> None:
    heading = Heading(2, (Text("A. Vision"),), "a")
    table = Table((Text("Five words in this caption"),), (), ((Cell((Paragraph((Text("cell"),)),)),),))
    line = Paragraph(
        (
            Checkbox(True),
            Text(" Ready – "),
            RemarkedWords((Text("now"),), (Remark("Not counted", ("nor this",)),)),
            Footnote((Text("Source: board"),)),
        )
    )
    blocks = (Contents(), heading, BulletList(((line,),)), table)
    assert (
        count_words_of_document(Document(Properties("Not counted", "nor this"), blocks)) == 2 + 2 + 2 + 5 + 1
    )


@pytest.mark.parametrize(
    ("account", "line"),
    [
        (BuildSums(None, 1, 0, 0, Tally()), "x: 1 word, no answers to complete; nothing found."),
        (
            BuildSums(1, 1200, 1, 0, Tally(errors=1)),
            "x: 1 page, 1,200 words, 1 answer to complete; 1 error besides (see eoi check).",
        ),
        (
            BuildSums(None, 1, 1, 1, Tally(), 2),
            "x: 1 word, 1 answer to complete, which is required, and 2 to consider (see eoi check).",
        ),
        (
            BuildSums(13, 6470, 36, 9, Tally(warnings=1, advice=2)),
            "x: 13 pages, 6,470 words, 36 answers to complete, 9 of them required; "
            "1 warning and 2 suggestions besides (see eoi check).",
        ),
    ],
)
def test_a_summary_reads_as_english(account: BuildSums, line: str) -> None:
    assert write_summary_line("x", account) == line


def test_pages_are_summed_only_where_all_were_counted() -> None:
    one = BuildSums(3, 10, 0, 0, Tally())
    assert one.plus(one).pages == 6
    assert one.plus(one.replace(pages=None)).pages is None


def with_writer(patch: pytest.MonkeyPatch, write: Callable[[Document], bytes]) -> None:
    """As if PDF were written in this way."""
    module = ModuleType("eoi.writers.pdf")
    module.__dict__.update(SUFFIX="pdf", write=write)
    patch.setitem(sys.modules, module.__name__, module)


def unavailable(_: Document) -> NoReturn:
    raise UnavailableFormat(REASON)


def test_a_format_that_this_machine_cannot_write_is_left_out_with_one_line(
    eoi: Call, ccg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_writer(monkeypatch, unavailable)
    (tmp_path / "other.yaml").write_text(skeleton(), encoding="utf-8")
    code, _, err = eoi("build", ccg.name, "other.yaml")
    assert code == 0
    assert err.count(REASON) == err.count("eoi: ") == 1
    assert not [name for name in files_in(tmp_path) if name.endswith(".pdf")]
    assert [name for name in files_in(tmp_path) if name.endswith("other-checklist.docx")]


def test_a_format_that_this_machine_cannot_write_stops_the_build_when_it_was_named(
    eoi: Call, ccg: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_writer(monkeypatch, unavailable)
    assert eoi("build", ccg.name, "--format", "md,pdf") == (2, "", f"eoi: {REASON}\n")
    assert files_in(tmp_path) == ["ccg.yaml"]


def test_pages_are_told_where_a_format_has_pages(
    eoi: Call, ccg: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_writer(monkeypatch, lambda document: b"x" * len(document.blocks))
    monkeypatch.setattr(papers, "page_count", lambda name, _: 7 if name == "pdf" else None)
    assert eoi("build", ccg.name).err.startswith("ccg.yaml: 7 pages, ")


def at_a_terminal(folder: Path, *arguments: str) -> str:
    """What a person sees on standard error in a window of 60 columns."""
    import pty

    ours, theirs = pty.openpty()
    surroundings = os.environ | {"PYTHONPATH": program_path(), "COLUMNS": "60"}
    command = [sys.executable, "-m", "eoi", *arguments]
    done = subprocess.run(command, cwd=folder, env=surroundings, stderr=theirs, stdout=-1, timeout=60)
    os.close(theirs)
    shown = os.read(ours, 65536).decode().replace("\r\n", "\n")
    os.close(ours)
    assert done.stdout == b""
    return shown


@pytest.mark.slow
@posix
def test_a_person_at_a_terminal_sees_a_line_for_each_document_and_then_the_summary(
    ccg: Path, tmp_path: Path
) -> None:
    lines = at_a_terminal(tmp_path, "build", ccg.name, "--format", "docx,md").splitlines()
    documents = [re.fullmatch(r" *\d+ ms  (docx|md  )  (build/ccg-\S+)", line) for line in lines[:4]]
    assert sorted(found[2] for found in documents if found) == [
        "build/ccg-checklist.docx",
        "build/ccg-checklist.md",
        "build/ccg-expression-of-interest.docx",
        "build/ccg-expression-of-interest.md",
    ]
    told = " ".join(line.strip() for line in lines[4:])
    assert told.endswith("7 of them required, and 43 to consider (see eoi check).")
    assert max(map(len, lines)) <= 60


@pytest.mark.slow
@posix
def test_a_path_longer_than_the_window_is_not_cut(tmp_path: Path) -> None:
    name = f"{'long-' * 20}ccg"
    (tmp_path / f"{name}.yaml").write_text(skeleton(), encoding="utf-8")
    shown = at_a_terminal(tmp_path, "build", f"{name}.yaml", "--format", "md")
    assert f"build/{name}-checklist.md\n" in shown
