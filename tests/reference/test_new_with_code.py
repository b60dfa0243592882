"""`eoi new --code`: what is published stands in the file, each value marked to be confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from eoi.cli.app import run_program
from eoi.cli.commands.new import NewOptions, write_blank_submission
from eoi.examined import ExaminedSubmission
from eoi.new_file import write_new_file
from eoi.pipeline import examine
from eoi.reference import Ccg, find_ccg_with_code, load_ccgs
from eoi.rounds import load_round
from eoi.submission.applicant import Applicant

MARK = "  # published figure for October 2014: confirm"


def applicant(text: str) -> Applicant:
    examined = examine(text.encode(), "new.yaml")
    assert isinstance(examined, ExaminedSubmission), examined.findings
    assert not [finding.message for finding in examined.findings if finding.rule.startswith("ccg-")]
    return examined.submission.applicants[0]


def banes() -> Ccg:
    found = find_ccg_with_code("11E")
    assert found
    return found


@pytest.mark.slow
@pytest.mark.parametrize("code", ["00F", "02M", "03F", "09A", "11E", "11H", "11J", "99P"])
def test_what_is_published_reads_back(code: str) -> None:
    ccg = load_ccgs()[code]
    written = applicant(write_new_file(load_round("2015"), "joint", None, ccg))
    assert written.population
    assert written.population.registered
    assert written.population.as_of
    assert written.practices
    assert (
        Ccg(
            written.code or "",
            written.name,
            ccg.region,
            written.area_team or "",
            written.local_authorities,
            written.coterminous,
            int(written.population.registered.amount),
            written.population.as_of.first,
            int(written.practices.amount),
        )
        == ccg
    )


def test_each_published_value_is_marked() -> None:
    lines = write_new_file(load_round("2014"), "joint", None, banes()).split("\n")
    assert [line.strip() for line in lines if MARK in line] == [
        f'- name: "NHS Bath and North East Somerset CCG"{MARK}',
        f"code: 11E{MARK}",
        f"area_team: Bath, Gloucestershire, Swindon and Wiltshire{MARK}",
        f"registered: 200,567{MARK}",
        f"practices: 27{MARK}",
        f"- Bath and North East Somerset{MARK}",
        f"coterminous: yes{MARK}",
    ]


def test_a_name_that_is_given_stands_as_it_is() -> None:
    text = write_new_file(load_round("2014"), "joint", "NHS BaNES CCG", banes())
    assert '  - name: "NHS BaNES CCG"\n' in text
    assert f"code: 11E{MARK}\n" in text


def test_without_a_code_nothing_is_claimed() -> None:
    assert "published figure" not in write_new_file(load_round("2014"), "joint", None)


def test_the_file_is_written(tmp_path: Path) -> None:
    file = tmp_path / "ccg.yaml"
    assert write_blank_submission(file, NewOptions(codes=("11e",))) == 0
    assert applicant(file.read_text(encoding="utf-8")).code == "11E"


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("O7Q", "; did you mean 07Q, NHS Bromley CCG?"),
        ("Bromley", "; did you mean 07Q, NHS Bromley CCG?"),
        ("xyzzy", "; eoi ccgs lists them all"),
    ],
)
def test_an_unknown_code_is_refused_with_the_nearest(
    code: str, hint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ccg.yaml"
    monkeypatch.setattr("sys.argv", ["eoi", "new", str(file), "--code", code])
    assert run_program() == 2
    expected = f"eoi: there is no CCG with the code '{code}' in the published list{hint}\n"
    assert capsys.readouterr().err == expected
    assert not file.exists()
