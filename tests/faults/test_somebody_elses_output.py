"""An output names a file that a person wrote, or one that is read: it stays as it is, exit 2."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from eoi.files.overwriting import BEGINNINGS
from eoi.reports import CheckedFile, Style, list_report_endings, load_report, write_report
from eoi.source import load
from tests.cli.calls import Call, files_in
from tests.faults.builds import posix, written
from tests.samples import examined, skeleton

ENDINGS = list_report_endings()
TEXT = skeleton()
NOTES = "# What the board said\n"


@pytest.mark.parametrize("name", ["ccg.md", "./ccg.md", "../{folder}/ccg.md"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_report_never_takes_the_place_of_the_submission_it_is_about(
    eoi: Call, tmp_path: Path, name: str, force: list[str]
) -> None:
    written(Path("ccg.md"), TEXT)
    output = name.format(folder=tmp_path.name)
    code, out, err = eoi("check", "ccg.md", "--output-file", output, *force)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "to be read; choose another name for the output" in err
    assert Path("ccg.md").read_text(encoding="utf-8") == TEXT


@posix
@pytest.mark.parametrize("link", [os.symlink, os.link])
def test_a_link_to_the_submission_is_the_submission(eoi: Call, link: object) -> None:
    written(Path("in/ccg.yaml"), TEXT)
    assert callable(link)
    link(Path("in/ccg.yaml").absolute(), "report.txt")
    code, _, err = eoi("check", "in", "--output-file", "report.txt", "--force")
    assert (code, err) == (
        2,
        "eoi: report.txt is the file in/ccg.yaml to be read; choose another name for the output\n",
    )
    assert Path("in/ccg.yaml").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_report_never_takes_the_place_of_what_a_person_wrote_unless_told_to(eoi: Call, ending: str) -> None:
    written(Path("ccg.yaml"), TEXT)
    report = written(Path(f"notes{ending}"), NOTES)
    code, out, err = eoi("check", "ccg.yaml", "--output-file", report)
    assert (code, out) == (2, "")
    assert err == (
        f"eoi: {report} was not written by eoi, so it is left alone; choose another name, or overwrite it "
        "with --force\n"
    )
    assert report.read_text(encoding="utf-8") == NOTES
    assert eoi("check", "ccg.yaml", "--output-file", report, "--force").code == 1
    assert report.read_text(encoding="utf-8") != NOTES


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_earlier_report_is_replaced_without_a_word(eoi: Call, ending: str) -> None:
    written(Path("ccg.yaml"), TEXT)
    for _ in range(2):
        assert eoi("check", "ccg.yaml", "--output-file", f"report{ending}")[::2] == (1, "")


@pytest.mark.parametrize("kind", sorted(set(ENDINGS.values())))
@pytest.mark.parametrize("name", ["ccg.yaml", f"{'long ' * 40}.yaml", "a:b/c [d] #1.yaml"])
def test_each_report_is_known_by_how_it_begins_whatever_it_is_about(kind: str, name: str) -> None:
    source = load(TEXT.encode(), name)
    file = CheckedFile(name, source, examined(TEXT).findings)
    for checked in ([], [CheckedFile(name, source, ())], [file]):
        assert load_report(kind).BEGINS.match(write_report(kind, checked, Style(width=100))), kind


def test_nothing_else_is_taken_for_one() -> None:
    others = [TEXT, NOTES, json.dumps({"version": 1}), '{"$schema": "x"}', "<?xml version='1.0'?><a/>", "[]"]
    beginnings = [*BEGINNINGS.values(), *(load_report(kind).BEGINS for kind in ENDINGS.values())]
    assert [(text, begins) for text in others for begins in beginnings if begins.match(text)] == []


@posix
def test_a_pipe_and_a_link_that_leads_elsewhere_are_left_alone(eoi: Call) -> None:
    written(Path("ccg.yaml"), TEXT)
    os.mkfifo("pipe.json")
    Path("link.json").symlink_to("nowhere.json")
    for name, why in (("pipe", "is no ordinary file"), ("link", "is a link to another file")):
        code, _, err = eoi("check", "ccg.yaml", "--output-file", f"{name}.json")
        assert (code, why in err) == (2, True)
    assert files_in(Path()) == ["ccg.yaml", "link.json", "pipe.json"]


def test_the_schema_replaces_an_earlier_schema_and_nothing_else(eoi: Call) -> None:
    written(Path("our-ccg.yaml"), TEXT)
    code, out, err = eoi("schema", "-o", "our-ccg.yaml")
    assert (code, out) == (2, "")
    assert "our-ccg.yaml was not written by eoi" in err
    assert Path("our-ccg.yaml").read_text(encoding="utf-8") == TEXT
    for _ in range(2):
        assert eoi("schema", "-o", "eoi.schema.json").code == 0
    assert eoi("schema", "-o", "our-ccg.yaml", "--force").code == 0


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_document_never_takes_the_place_of_the_letterhead_it_is_made_with(
    eoi: Call, force: list[str]
) -> None:
    written(Path("ccg.yaml"), TEXT)
    assert eoi("build", "ccg.yaml", "--format", "docx").code == 0
    own = Path("build/ccg-expression-of-interest.docx")
    before = own.read_bytes()
    code, out, err = eoi("build", "ccg.yaml", "--format", "docx", "--letterhead", own, *force)
    assert (code, out) == (2, "")
    assert err == (f"eoi: {own} is to be read and would be written over; choose another --output\n")
    assert own.read_bytes() == before


def test_a_document_never_takes_the_place_of_another_submission(eoi: Call) -> None:
    written(Path("in/ccg.yaml"), TEXT)
    written(Path("in/ccg-checklist.md"), TEXT)
    code, _, err = eoi("build", "in/ccg.yaml", "in/ccg-checklist.md", "-o", "in", "--format", "md", "--force")
    assert (code, "in/ccg-checklist.md is to be read" in err) == (2, True)
    assert Path("in/ccg-checklist.md").read_text(encoding="utf-8") == TEXT
