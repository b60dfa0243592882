"""`import eoi`: what the commands do, from Python."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

import eoi
from eoi.cli.app import run_program
from eoi.findings import Severity
from tests.cli.calls import process
from tests.samples import ROOT, skeleton

EXAMPLE = ROOT / "examples" / "bath-and-north-east-somerset.yaml"
OPTIONS = ("-o", ".", "--format", "docx,md")
PAGE = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")


def main_part(path: Path) -> bytes:
    return zipfile.ZipFile(path).read("word/document.xml")


@pytest.mark.slow
def test_the_example_of_the_page_runs_and_writes_a_word_file(tmp_path: Path) -> None:
    code = "\n".join(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL))
    code = code.replace('"examples/bath-and-north-east-somerset.yaml"', repr(str(EXAMPLE)))
    done = process("-c", code, cwd=tmp_path)
    assert done.code == 0, done.err
    assert (tmp_path / "bath-and-north-east-somerset.docx").read_bytes().startswith(b"PK")
    assert b"<w:ins " in main_part(tmp_path / "what-changed.docx")
    assert all(line.split()[0] in ("error", "warning", "suggestion") for line in done.out.splitlines())


def test_a_path_and_its_bytes_are_the_same_submission() -> None:
    from_path, from_bytes = eoi.check(EXAMPLE), eoi.check(EXAMPLE.read_bytes())
    assert from_path == from_bytes
    assert from_path.submission == eoi.read(EXAMPLE)
    assert not from_path.has_errors


def test_what_cannot_be_read_is_a_report_to_check_and_an_error_to_build() -> None:
    report = eoi.check(b"applicants: 5\n")
    assert report.submission is None
    assert report.has_errors
    with pytest.raises(eoi.CannotBuild) as caught:
        eoi.build(b"applicants: 5\n", ["md"])
    assert {finding.severity for finding in caught.value.findings} >= {Severity.ERROR}


@pytest.mark.parametrize("call", [eoi.check, eoi.read, eoi.build])
@pytest.mark.parametrize("text", ["submission.yaml", "round: 2014\n"])
def test_a_string_is_refused_because_it_could_be_a_name_or_a_text(
    call: Callable[..., object], text: str
) -> None:
    with pytest.raises(TypeError, match=r"Path\(name\) for a file, text\.encode\(\) for a text"):
        call(text)


def test_a_file_that_is_not_there_raises_as_any_file_does(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        eoi.check(tmp_path / "none.yaml")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Builds documents with the command, in this process."""

    def run(*options: str) -> int:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", ["eoi", "build", str(EXAMPLE), *OPTIONS, *options])
        return run_program()

    return run


@pytest.mark.slow
def test_documents_are_those_that_the_command_writes(tmp_path: Path, build: Callable[..., int]) -> None:
    assert build() == 0
    for kind in ("expression-of-interest", "checklist"):
        for name, content in eoi.build(EXAMPLE, ["docx", "md"], document=kind).items():
            assert (tmp_path / f"bath-and-north-east-somerset-{kind}.{name}").read_bytes() == content


@pytest.mark.slow
def test_changes_are_marked_as_the_command_marks_them(tmp_path: Path, build: Callable[..., int]) -> None:
    earlier = tmp_path / "june.yaml"
    earlier.write_bytes(EXAMPLE.read_bytes().replace("£220m".encode(), "£215m".encode()))
    assert build("--changes-since", str(earlier)) == 0
    for name, content in eoi.build(EXAMPLE, ["docx", "md"], changes_since=earlier).items():
        written = tmp_path / f"bath-and-north-east-somerset-expression-of-interest-changes.{name}"
        assert written.read_bytes() == content


def test_an_earlier_version_that_cannot_be_read_is_an_error_with_its_findings() -> None:
    with pytest.raises(eoi.CannotBuild) as caught:
        eoi.build(EXAMPLE, ["md"], changes_since=b"applicants: 5\n")
    assert caught.value.findings


def test_the_public_edition_is_never_built_with_changes() -> None:
    with pytest.raises(ValueError, match="withhold"):
        eoi.build(EXAMPLE, ["md"], document="public", changes_since=EXAMPLE)
    with pytest.raises(ValueError, match="withhold"):
        eoi.build(EXAMPLE, ["md"], document="summary", public=True, changes_since=EXAMPLE)


def test_every_paper_has_an_edition_for_the_public_as_with_the_command() -> None:
    more = "risks: [{risk: Costs rise}]\n"
    rows = 'redactions: [{path: "risks[0].risk", exemption: section 36, reason: Advice}]\n'
    source = skeleton(more=more + rows).encode()
    for paper in ("risk-register", "expression-of-interest"):
        assert b"Costs rise" in eoi.build(source, ["md"], document=paper)["md"]
        assert b"Costs rise" not in eoi.build(source, ["md"], document=paper, public=True)["md"]
    assert eoi.build(source, ["md"], public=True) == eoi.build(source, ["md"], document="public")


def test_no_edition_for_the_public_is_built_with_a_redaction_that_names_nothing() -> None:
    rows = 'redactions: [{path: "risks[0].risk", exemption: section 36, reason: Advice}]\n'
    with pytest.raises(eoi.CannotBuild, match="name nothing"):
        eoi.build(skeleton(more=rows).encode(), ["md"], document="summary", public=True)


def test_a_final_that_cannot_be_final_says_why() -> None:
    with pytest.raises(eoi.CannotBuild, match="final") as caught:
        eoi.build(ROOT / "examples" / "southampton.yaml", ["md"], final=True)
    assert caught.value.findings


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"rtf.*docx"):
        eoi.build(EXAMPLE, ["rtf"])


@pytest.mark.long
@pytest.mark.parametrize("call", [eoi.check, partial(eoi.build, formats=["docx", "html", "md"])])
def test_several_threads_give_what_one_call_after_another_gives(call: Callable[[Path], object]) -> None:
    """Results are kept between papers and files. None of them may reach another file."""
    files = sorted(EXAMPLE.parent.glob("*.yaml"))
    alone = [call(file) for file in files]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(len(files)) as pool:
            together = list(pool.map(call, files * 3))
    finally:
        sys.setswitchinterval(interval)
    assert together == alone * 3


def test_importing_eoi_brings_nothing_else_with_it() -> None:
    code = "import sys; before = set(sys.modules); import eoi; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    brought = set(done.stdout.split())
    assert "eoi" in brought
    assert {name.partition(".")[0] for name in brought} <= {"eoi", *sys.stdlib_module_names}
    assert not {name for name in brought if name.startswith("eoi.")}


def test_everything_that_is_offered_is_there() -> None:
    assert len(eoi.__all__) >= 8
    assert all(getattr(eoi, name) is not None for name in eoi.__all__)
    assert set(eoi.__all__) == set(dir(eoi))
