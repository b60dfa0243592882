"""An organisation's own rules and rounds: from a folder, from installed packages, and with `--round FILE`.

They are known for the life of a process, so that each call here has one of its own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eoi.rounds import load_yaml_fields
from tests.cli.calls import Outcome, process
from tests.samples import skeleton

RULE = '''
"""Our board's chair is named."""

from eoi.findings import Severity
from eoi.rules.rule import Problem, Rule


def check(case):
    for number, applicant in enumerate(case.submission.applicants):
        if "Somewhere" in applicant.name:
            yield Problem(("applicants", number, "name"), "We know no CCG of this name.", "Write ours.")


RULE = Rule(
    summary="The CCG is one of ours",
    why="We send in proposals of our own CCGs only.",
    check=check,
    severity=Severity.ERROR,
    certainty="found",
    source="our scheme of delegation",
    fails="applicants: [{name: NHS Somewhere CCG}]",
    passes="applicants: [{name: NHS Bath CCG}]",
)
'''
ROUND = """\
extends: 2016
id: ours
title: Our own call of 2016
invitation: A letter of the board of 3 May 2016
words: {document: proposal, briefly: proposal, one: proposes, several: propose, past: proposed}
issued: 2016-05-03
deadline: 2016-07-01
add:
  evaluation:
    - {path: evaluation, asks: how the board will be told, certainty: found, source: our letter}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "a.yaml", skeleton())
    return tmp_path


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def eoi(folder: Path, *arguments: str, **environment: str) -> Outcome:
    done = process("-m", "eoi", *arguments, cwd=folder, COLUMNS="100", **environment)
    assert "Traceback" not in done.out + done.err
    return done


def findings(done: Outcome) -> list[dict[str, object]]:
    return [one for file in json.loads(done.out)["files"] for one in file["findings"]]


@pytest.mark.slow
def test_a_rule_of_a_folder_finds_is_listed_explained_selected_and_set_aside_like_any_other(
    folder: Path,
) -> None:
    write(folder / "rules" / "ccg_is_ours.py", RULE)
    write(folder / "eoi.toml", 'rules = "rules"\nselect = ["house"]\n')
    done = eoi(folder, "check", "a.yaml", "--format", "json")
    assert done.code == 1
    assert [(one["rule"], one["path"]) for one in findings(done)] == [("ccg-is-ours", "applicants[0].name")]
    assert "ccg-is-ours (error)" in eoi(folder, "rules", "--family", "house").out
    assert "We send in proposals of our own CCGs only." in eoi(folder, "explain", "ccg-is-ours").out
    write(folder / "eoi.toml", 'rules = "rules"\nselect = ["ccg-is-ours"]\nseverity = {house = "warning"}\n')
    assert eoi(folder, "check", "a.yaml").code == 0
    commented = skeleton().replace("Somewhere CCG", "Somewhere CCG  # eoi: ignore[ccg-is-ours] a guest")
    write(folder / "a.yaml", commented)
    assert findings(eoi(folder, "check", "a.yaml", "--format", "json")) == []
    assert eoi(folder, "check", "a.yaml", "--no-config", "--select", "ccg-is-ours").code == 2


@pytest.mark.long
def test_workers_and_a_build_know_the_rules_too(folder: Path) -> None:
    write(folder / "rules" / "governance" / "ccg_is_ours.py", RULE)
    write(folder / "eoi.toml", 'rules = "rules"\nselect = ["ccg-is-ours"]\nformats = ["md"]\n')
    for number in range(4):
        write(folder / "s" / f"{number}.yaml", skeleton())
    done = eoi(folder, "check", "s", "--jobs", "2", "--format", "json")
    assert len(findings(done)) == 4
    built = eoi(folder, "build", "a.yaml", "--final")
    assert "We know no CCG of this name." in built.out


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("x = 1 +\n", "rules/ours.py cannot be used: SyntaxError: invalid syntax"),
        ("import nothing_of_this_name\n", "rules/ours.py cannot be used: ModuleNotFoundError: "),
        ("RULE = 3\n", "rules/ours.py has no rule: it needs RULE = Rule(...)"),
        (
            RULE.replace('certainty="found"', 'certainty="sure"'),
            "rules/ours.py: certainty has 'sure'; choose one of found, ",
        ),
        (
            RULE.replace("yield Problem", "yield 1 / 0, Problem"),
            "a.yaml was not checked: the rule ours fails: Zero",
        ),
        (
            RULE.replace("yield Problem(", "yield ("),
            "the rule ours fails: TypeError: it has to give problems",
        ),
    ],
    ids=["no Python", "missing module", "no rule", "unknown certainty", "fails", "gives something else"],
)
def test_a_mistake_in_a_rule_is_told_as_one_of_the_rule_and_not_of_eoi(
    folder: Path, text: str, said: str
) -> None:
    write(folder / "rules" / "ours.py", text)
    write(folder / "eoi.toml", 'rules = "rules"\n')
    done = eoi(folder, "check", "a.yaml")
    assert done.code == 2
    assert said in done.err.replace("\\", "/")
    assert "mistake in eoi" not in done.err


@pytest.mark.slow
def test_a_folder_without_rules_and_a_name_that_is_taken_are_refused(folder: Path) -> None:
    write(folder / "eoi.toml", 'rules = "rules"\n')
    assert "rules names rules, which is not there" in eoi(folder, "check", "a.yaml").err
    write(folder / "rules" / "_shared.py", "")
    assert "there is no rule in" in eoi(folder, "check", "a.yaml").err
    write(folder / "rules" / "submitted_late.py", RULE)
    assert "there is a rule submitted-late already" in eoi(folder, "check", "a.yaml").err


@pytest.mark.long
def test_rules_of_installed_packages_are_used_where_the_configuration_says_so(folder: Path) -> None:
    packages = folder / "packages"
    write(packages / "house_of_london" / "ccg_is_ours.py", RULE)
    write(
        packages / "house_of_london-1.0.dist-info" / "METADATA",
        "Metadata-Version: 2.1\nName: house-of-london\nVersion: 1.0\n",
    )
    write(
        packages / "house_of_london-1.0.dist-info" / "entry_points.txt",
        "[eoi.rules]\nccg-is-ours = house_of_london.ccg_is_ours\n",
    )
    program = (
        f"import sys; sys.path.insert(0, {str(packages)!r}); from eoi.cli.entry import program; program()"
    )
    arguments = ("check", "a.yaml", "--format", "json")
    without = process("-c", program, *arguments, cwd=folder)
    assert "ccg-is-ours" not in {one["rule"] for one in findings(without)}
    write(folder / "eoi.toml", 'rules = "eoi.rules"\n')
    assert "ccg-is-ours" in {one["rule"] for one in findings(process("-c", program, *arguments, cwd=folder))}


@pytest.mark.long
def test_a_round_of_a_file_works_by_itself(folder: Path) -> None:
    write(folder / "ours.yaml", ROUND)
    write(folder / "a.yaml", skeleton(form="delegated"))
    done = eoi(folder, "check", "a.yaml", "--round", "./ours.yaml", "--format", "json")
    asked = [one for one in findings(done) if "how the board will be told" in str(one["message"])]
    assert [(one["round"], one["severity"]) for one in asked] == [("ours", "error")]
    assert "how the board" not in eoi(folder, "check", "a.yaml").out


@pytest.mark.long
def test_a_board_report_names_the_invitation_within_its_sentence(folder: Path) -> None:
    write(folder / "rounds" / "ours.yaml", ROUND)
    write(folder / "eoi.toml", 'rounds = "rounds"\nformats = ["md"]\n')
    write(folder / "a.yaml", skeleton(form="delegated").replace("round: 2014", "round: ours"))
    assert eoi(folder, "build", "a.yaml", "--document", "board-report").code == 0
    (report,) = (folder / "build").glob("*board-report*.md")
    words = " ".join(report.read_text(encoding="utf-8").replace("\u00a0", " ").split())
    assert "in answer to a letter of the board of 3 May 2016." in words


@pytest.mark.slow
def test_rounds_of_a_folder_are_listed_answered_built_and_suggested(folder: Path) -> None:
    write(folder / "rounds" / "ours.yaml", ROUND)
    write(folder / "eoi.toml", 'rounds = "rounds"\nformats = ["md"]\n')
    write(folder / "a.yaml", skeleton(form="delegated").replace("round: 2014", "round: ours"))
    assert "Our own call of 2016" in eoi(folder, "rounds").out
    done = eoi(folder, "check", "a.yaml", "--format", "json", "--jobs", "2")
    assert {one["round"] for one in findings(done)} == {"ours"}
    assert eoi(folder, "build", "a.yaml").code == 0
    assert len(list((folder / "build").iterdir())) == 2
    assert eoi(folder, "new", "b.yaml", "--round", "ours").code == 0
    write(folder / "a.yaml", skeleton(form="delegated").replace("round: 2014", "round: our"))
    assert "did you mean `ours`?" in eoi(folder, "check", "a.yaml").out


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id: ours\n", "ours.yaml is not a round: "),
        ("extends: 1999\nid: ours\n", "it extends a round that there is not"),
        (ROUND.replace("id: ours", "id: 2014"), "there is a round 2014 already"),
        (ROUND.replace("  evaluation:", "  Z:"), "there is no section Z"),
        (ROUND.replace("certainty: found", "certainty: sure"), "ours.yaml is not a round: "),
        (ROUND.replace("path: evaluation", "path: evaluaton"), "there is no field `evaluaton`; did you mean"),
        (ROUND.replace("path: evaluation", "path: 'summary[]'"), "`summary` is no list"),
        ("a: [\n", "ours.yaml:"),
        ("", "ours.yaml"),
        ("- a\n", "ours.yaml"),
        ("extends: 2016\nid: ours\nadd: 3\n", "ours.yaml is not a round: "),
    ],
)
def test_a_mistake_in_a_round_is_told_in_a_line(folder: Path, text: str, said: str) -> None:
    write(folder / "ours.yaml", text)
    done = eoi(folder, "check", "a.yaml", "--round", "ours.yaml")
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.splitlines()) == 1


@pytest.mark.slow
def test_a_section_that_no_template_writes_is_told_when_its_document_is_built(folder: Path) -> None:
    fields: dict[str, Any] = load_yaml_fields("2014") | {"id": "ours"}
    fields["sections"][0]["id"] = "unheard-of"
    write(folder / "ours.yaml", json.dumps(fields))
    write(folder / "eoi.toml", 'rounds = "ours.yaml"\nformats = ["md"]\n')
    write(folder / "a.yaml", skeleton().replace("round: 2014", "round: ours"))
    done = eoi(folder, "build", "a.yaml")
    assert done.code == 2
    assert "add unheard-of.html to --templates" in done.err
