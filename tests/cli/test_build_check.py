"""`eoi build --check`: whether the documents on disk are what a build would write, without writing any."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Call, Outcome, files_in
from tests.cli.editing import build_word_files, edit
from tests.samples import COMPLETE, skeleton

WORD, LIST = "build/ccg-expression-of-interest.docx", "build/ccg-checklist.docx"
SECOND = WORD.replace(".docx", "-2.docx")


def submission(summary: str = "As it was.") -> None:
    Path("ccg.yaml").write_text(skeleton(more=f"summary: {summary}\n"), encoding="utf-8")


@pytest.fixture
def built(eoi: Call) -> Call:
    submission()
    build_word_files(eoi)
    return eoi


def check(eoi: Call, *options: str) -> Outcome:
    """Nothing on disk may be other than before."""
    before = {name: Path(name).read_bytes() for name in files_in(Path())}
    outcome = eoi("build", "ccg.yaml", "--check", "--format", "docx", *options)
    assert {name: Path(name).read_bytes() for name in files_in(Path())} == before
    return outcome


def test_fresh_documents_are_up_to_date(built: Call) -> None:
    assert check(built) == (0, "", "2 documents, all up to date.\n")


def test_documents_that_were_never_built_are_missing(eoi: Call) -> None:
    submission()
    assert check(eoi) == (1, f"missing  {WORD}\nmissing  {LIST}\n", "2 documents: 2 missing.\n")


def test_a_document_that_is_gone_is_missing(built: Call) -> None:
    Path(LIST).unlink()
    assert check(built) == (1, f"missing  {LIST}\n", "2 documents: 1 missing.\n")


def test_documents_of_other_facts_are_stale(built: Call) -> None:
    submission("Now longer.")
    assert check(built) == (1, f"stale    {WORD}\nstale    {LIST}\n", "2 documents: 2 stale.\n")


@pytest.mark.slow
def test_documents_of_a_draft_are_stale_once_they_are_to_be_final(eoi: Call) -> None:
    Path("ccg.yaml").write_bytes(COMPLETE.read_bytes())
    eoi("build", "ccg.yaml", "--format", "docx")
    assert check(eoi).code == 0
    assert check(eoi, "--final").code == 1


def test_an_edited_document_of_the_same_facts_is_not_stale(built: Call) -> None:
    edit(WORD)
    assert check(built) == (0, f"edited   {WORD} (and up to date)\n", "2 documents: 1 edited.\n")


@pytest.mark.slow
def test_an_edited_document_of_other_facts_is_stale_until_the_new_one_lies_beside_it(built: Call) -> None:
    edit(WORD)
    submission("Now longer.")
    code, out, _ = check(built)
    assert (code, out.splitlines()[0]) == (1, f"stale    {WORD} (was changed after eoi wrote it)")
    built("build", "ccg.yaml", "--format", "docx")
    assert check(built).out == f"edited   {WORD} (the new one is {SECOND})\n"
    assert check(built).code == 0
    submission("Longer still.")
    assert check(built).out.splitlines()[0] == f"stale    {SECOND}"


def test_somebody_elses_file_is_no_document_of_ours(built: Call) -> None:
    Path(WORD).write_bytes(b"notes")
    assert check(built).out == f"stale    {WORD} (was not written by eoi)\n"


def test_several_files_are_summed_up_in_one_line(built: Call) -> None:
    Path("other.yaml").write_text(skeleton(), encoding="utf-8")
    code, out, err = built("build", "ccg.yaml", "other.yaml", "--check", "--format", "docx")
    assert code == 1
    assert [line.split()[0] for line in out.splitlines()] == ["missing", "missing"]
    assert err == "4 documents: 2 missing.\n"


def test_a_file_that_cannot_be_built_is_not_up_to_date(built: Call) -> None:
    Path("ccg.yaml").write_text("round: 2014\n", encoding="utf-8")
    code, out, err = check(built)
    assert (code, out.startswith("ccg.yaml:")) == (1, True)
    assert err.splitlines()[-1].startswith("ccg.yaml: not built: ")


def test_checking_and_forcing_together_make_no_sense(built: Call) -> None:
    code, out, err = check(built, "--force")
    assert (code, out) == (2, "")
    assert err == "eoi: --check writes nothing, so there is nothing to --force; choose one of them\n"


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(("first", "then"), [("docx,pdf", "docx"), ("docx", "docx,pdf")])
def test_a_word_document_is_as_fresh_with_the_page_numbers_of_the_pdf_as_without(
    first: str, then: str, eoi: Call
) -> None:
    submission()
    eoi("build", "ccg.yaml", "--format", "docx,pdf")
    eoi("build", "ccg.yaml", "--format", first)
    assert eoi("build", "ccg.yaml", "--check", "--format", then).code == 0
    Path("ccg.yaml").write_text(skeleton(more="summary: Now longer.\n"), encoding="utf-8")
    assert eoi("build", "ccg.yaml", "--check", "--format", then).code == 1
