"""The judge of hostile files would notice: each thing that may not happen, made to happen."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from eoi.cli import app
from tests.hostile.cases import Case, Family, refused
from tests.hostile.documents import acting, lost
from tests.hostile.expressions import Tried, slow_ones
from tests.hostile.families import FAMILIES, Result, run_all
from tests.hostile.judge import complaints, failures_of
from tests.samples import skeleton

MD = ("md",)  # what else is built is no matter here
ORDINARY = replace(refused("an ordinary file", skeleton(), "answer-missing"), formats=MD)


def test_an_ordinary_file_passes() -> None:
    assert failures_of([ORDINARY]) == []


def test_a_finding_that_is_not_there_is_noticed() -> None:
    (complaint,) = complaints(replace(ORDINARY, rule="yaml-tag"), "full")
    assert complaint.startswith("check: no finding is yaml-tag, only ['answer-missing'")


def test_a_text_that_is_lost_is_noticed() -> None:
    found = list(complaints(Case("x", skeleton().encode, texts=("Zanzibar",), formats=MD), "full"))
    assert "ccg-expression-of-interest.md: lost 'Zanzibar'" in found
    assert lost(b"Zanzibar & more\n", "md", ["zanzibar", "Zanzibar & less"]) == ["Zanzibar & less"]


def ending_with(monkeypatch: pytest.MonkeyPatch, end: BaseException | int, says: str = "") -> list[str]:
    def run() -> int:
        print(says)  # noqa: T201
        Path("elsewhere").touch()
        if isinstance(end, BaseException):
            raise end
        return end

    monkeypatch.setattr(app, "run_program", run)
    monkeypatch.delenv("EOI_TRACEBACK", raising=False)
    return list(complaints(Case("x", skeleton().encode, formats=MD), "full"))


@pytest.mark.parametrize("end", [3, 130, ZeroDivisionError(), MemoryError(), GeneratorExit()], ids=repr)
def test_an_end_that_may_not_be_is_noticed(monkeypatch: pytest.MonkeyPatch, end: BaseException | int) -> None:
    assert any("exit code" in complaint for complaint in ending_with(monkeypatch, end))


@pytest.mark.parametrize("says", ["Traceback (most", "\x1b[31m", "a\u202eb", "x ##[error]y", "  ::error::x"])
def test_an_output_that_may_not_be_is_noticed(monkeypatch: pytest.MonkeyPatch, says: str) -> None:
    assert any(complaint.startswith("build") for complaint in ending_with(monkeypatch, 0, says))


def test_a_file_outside_the_output_folder_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "build: wrote outside its folder: ['elsewhere']" in ending_with(monkeypatch, 0)


@pytest.mark.parametrize(
    "html",
    [
        "<script>x</script>",
        '<p onclick="x">y</p>',
        '<a href="javascript:x">y</a>',
        '<img src="//evil.example/x.png">',
        '<img src="data:image/svg+xml;base64,PHN2Zz48c2NyaXB0Lz48L3N2Zz4=">',
    ],
)
@pytest.mark.parametrize("kind", ["html", "md"])
def test_what_acts_in_a_page_is_noticed(html: str, kind: str) -> None:
    assert list(acting(html.encode(), kind))
    assert not list(acting(b'<a href="https://x.example">y</a>', kind))


@pytest.mark.parametrize(
    "part",
    [
        '<r Target="file:///etc/passwd" TargetMode="External"/>',
        '<r TargetMode="External" Target="javascript:x"/>',
        "<w:instrText>INCLUDETEXT c:\\x</w:instrText>",
        "<w:instrText xml:space='preserve'> HYPERLINK \"file:///x\" </w:instrText>",
        '<text:a xlink:href="vbscript:x"/>',
    ],
)
def test_what_acts_in_a_package_is_noticed(part: str) -> None:
    raw = io.BytesIO()
    with ZipFile(raw, "w") as package:
        package.writestr("word/document.xml", part)
    assert list(acting(raw.getvalue(), "docx"))


def test_a_family_whose_process_does_not_end_well_fails_and_those_after_it_are_run() -> None:
    nesting = next(family for family in FAMILIES if family.name == "Nesting")
    lost, found = run_all([Family("No such family", lambda: (ORDINARY, ORDINARY)), nesting], jobs=1)
    assert (lost.cases, lost.passed, found.passed) == (2, 0, len(nesting.cases))


def test_a_case_that_fails_in_several_ways_is_one_that_did_not_pass() -> None:
    assert Result("x", 3, ("a: one thing", "a: another", "b: a third")).passed == 1
    assert Result("x", 3, ("all: its process ended",)).passed == 0


def test_a_slow_expression_is_told() -> None:
    assert next(slow_ones([("a", Tried(re.compile(r" +!"), False))]), "").startswith("a ")
