"""`eoi new`: a file with every field and its question, that builds as it is and names all that is missing."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from eoi.cannot_run import write_as_typed
from eoi.examined import ExaminedSubmission
from eoi.new_file import write_new_file
from eoi.pipeline import examine
from eoi.reference import find_ccg_with_code, load_ccgs
from eoi.rounds import list_known_rounds, load_round
from eoi.writers import list_formats
from tests.cli.calls import Call, files_in
from tests.model_fields import model_fields
from tests.samples import FORMS, checklist, skeleton
from tests.thorough import some_of

each_form = pytest.mark.parametrize("form", FORMS)


def new(form: str = "joint", name: str | None = None) -> str:
    return write_new_file(load_round("2014"), form, name)


def fields_in(node: yaml.Node | None, path: str = "") -> Iterator[str]:
    """The pattern of each field that holds a value or waits for one."""
    match node:
        case yaml.MappingNode(value=pairs):
            for key, value in pairs:
                yield from fields_in(value, f"{path}.{key.value}".lstrip("."))
        case yaml.SequenceNode(value=items):
            for item in items:
                yield from fields_in(item, f"{path}[]")
        case _:
            yield path.removesuffix("[]")


@each_form
def test_the_file_has_every_field_of_the_model_at_every_depth_in_its_order(form: str) -> None:
    found = list(fields_in(yaml.compose(new(form))))
    assert list(dict.fromkeys(found)) == [field.pattern for field in model_fields()]
    assert len(found) > 200


@pytest.mark.slow
@each_form
def test_the_file_builds_as_it_is(eoi: Call, tmp_path: Path, form: str) -> None:
    assert eoi("new", "ccg.yaml", "--form", form).code == 0
    formats = some_of(list_formats(), 2)
    code, out, _ = eoi("build", "ccg.yaml", "--format", ",".join(formats))
    assert (code, out) == (0, "")
    assert len(files_in(tmp_path / "build")) == 2 * len(formats)


@each_form
def test_the_file_has_the_gaps_of_an_empty_one_and_its_name(form: str) -> None:
    gaps = [gap.spot.path for gap in checklist(new(form)).gaps]
    empty = [gap.spot.path for gap in checklist(skeleton(form)).gaps]
    rows = [path for path in gaps if path.startswith("scope.functions[")]
    assert [path for path in gaps if path != "applicants[0].name" and path not in rows] == empty
    assert len(gaps) == len(empty) + 1 + len(rows)
    assert len(rows) == 2 * len(load_round("2014").functions)


@each_form
def test_every_gap_of_the_file_is_at_the_line_of_its_own_field(form: str) -> None:
    lines = new(form).splitlines()
    for gap in checklist(new(form)).gaps:
        name = gap.spot.path.rpartition(".")[2].removesuffix("[]")
        assert gap.spot.line is not None
        assert lines[gap.spot.line - 1].strip().removeprefix("- ").startswith(f"{name}:"), gap.spot.path


def test_every_field_stands_below_its_question() -> None:
    lines = new().splitlines()
    fields = [n for n, line in enumerate(lines) if ":" in line and not line.lstrip().startswith("#")]
    assert len(fields) > 200
    unasked = [n for n in fields if not lines[n - 1].lstrip().startswith("# ")]
    rows = range(*later_rows(lines))
    assert [lines[n] for n in unasked if n not in rows] == []


def later_rows(lines: list[str]) -> tuple[int, int]:
    """Of the scope table: they repeat no question."""
    rows = [n for n, line in enumerate(lines) if line.startswith("    - function:")]
    return rows[1], next(n for n in range(rows[-1], len(lines)) if lines[n].startswith("  #"))


def test_every_field_of_the_model_has_a_question_of_its_own_words() -> None:
    text = " ".join(line.strip().lstrip("# ") for line in new().splitlines())
    for question in ("What will be better as a result, one line each", "Do they vote: yes"):
        assert question in text


def test_what_weighs_is_said_and_depends_on_the_form() -> None:
    assert "# Which groups would oversee the work? (Recommended)" in new("joint")
    assert "# Which groups would oversee the work?\n" in new("influence")
    assert "# How will it raise the quality of general practice? (Required)" in new("influence")


@each_form
def test_the_file_is_tidy(form: str) -> None:
    lines = new(form).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []
    assert [line for line in lines if len(line) > 120] == []
    assert [line for line in lines if "\t" in line] == []
    assert new(form).endswith("\n")


def test_the_form_and_the_round_are_filled_in() -> None:
    fields = yaml.load(new("delegated"), Loader=yaml.BaseLoader)
    assert (fields["round"], fields["form"], fields["status"]) == ("2014", "delegated", "draft")


@pytest.mark.parametrize(
    "name",
    [
        "NHS Northmoor CCG",
        "Bed & Breakfast: a {CCG}",
        "#1 CCG",
        "*",
        'The "Best" CCG',
        "Back\\slash",
    ],
)
def test_a_name_can_be_given(eoi: Call, tmp_path: Path, name: str) -> None:
    assert eoi("new", "ccg.yaml", "--name", name).code == 0
    fields = yaml.load((tmp_path / "ccg.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    assert fields["applicants"][0]["name"] == name


def test_the_call_says_what_it_wrote_and_what_comes_next(eoi: Call) -> None:
    assert eoi("new", "ccg.yaml") == (
        0,
        "",
        "wrote ccg.yaml; fill it in, then run: eoi build ccg.yaml\n",
    )


def test_a_file_that_is_there_is_never_overwritten(eoi: Call, tmp_path: Path) -> None:
    (tmp_path / "ccg.yaml").write_text("mine", encoding="utf-8")
    assert eoi("new", "ccg.yaml") == (2, "", "eoi: ccg.yaml is there already; choose another name\n")
    assert (tmp_path / "ccg.yaml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["x.yaml", "--form", "jiont"], "eoi: there is no form 'jiont'; did you mean joint? (known: "),
        (["x.yaml", "--form", "zzz"], "eoi: there is no form 'zzz' (known: influence, joint, delegated)"),
        (["x.yaml", "--round", "2014a"], "eoi: there is no round '2014a'; did you mean 2014? (known: "),
        (["nowhere/x.yaml"], "eoi: nowhere/x.yaml cannot be written: no such file or directory"),
        (["."], "eoi: . "),
    ],
)
def test_what_cannot_be_written_says_why_and_writes_nothing(
    eoi: Call, tmp_path: Path, arguments: list[str], complaint: str
) -> None:
    code, out, err = eoi("new", *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(complaint)
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("Joint", "joint"),
        ("Level 2", "joint"),
        ("joint commissioning", "joint"),
        ("Model C", "delegated"),
        ("fully delegated", "delegated"),
        ("greater involvement", "influence"),
    ],
)
def test_a_form_may_be_written_in_any_words_that_a_file_may_use(
    eoi: Call, tmp_path: Path, typed: str, form: str
) -> None:
    assert eoi("new", "ccg.yaml", "--form", typed).code == 0
    assert f"\nform: {form}\n" in (tmp_path / "ccg.yaml").read_text(encoding="utf-8")
    assert eoi("check", "ccg.yaml", "--form", typed, "--fail-on", "error").code == 1


@pytest.mark.parametrize("name", list_known_rounds())
def test_a_file_for_any_round_is_of_a_form_that_it_offers(eoi: Call, tmp_path: Path, name: str) -> None:
    assert eoi("new", "ccg.yaml", "--round", name).code == 0
    text = (tmp_path / "ccg.yaml").read_text(encoding="utf-8")
    form = "joint" if "joint" in load_round(name).offers else "delegated"
    assert f"\nround: {name}\n" in text
    assert f"\nform: {form}\n" in text
    assert load_round(name).title in text


def test_a_form_that_the_round_does_not_offer_is_refused_with_those_it_does(
    eoi: Call, tmp_path: Path
) -> None:
    assert eoi("new", "ccg.yaml", "--round", "2018", "--form", "Level 2") == (
        2,
        "",
        "eoi: round 2018 asks for no submission of the form 'Level 2' (known: delegated)\n",
    )
    assert files_in(tmp_path) == []


def fresh(text: str) -> ExaminedSubmission:
    examined = examine(text.encode(), "new.yaml")
    assert isinstance(examined, ExaminedSubmission), examined.findings
    return examined


MISSING = ("To complete: ", "Consider adding: ")
EVERY_KIND = [(name, short) for name in list_known_rounds() for short in (False, True)]


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(EVERY_KIND)))
def test_of_no_ccg_is_anything_found_but_what_is_still_missing(number: int) -> None:
    """Each CCG in one kind of file, so that all are tried between them."""
    name, short = EVERY_KIND[number]
    round_ = load_round(name)
    assert len(load_ccgs()) == 211
    for ccg in some_of(list(load_ccgs().values())[number :: len(EVERY_KIND)], 4):
        found = fresh(write_new_file(round_, round_.offers[-1], None, ccg, short=short)).findings
        assert [one.message for one in found if not one.message.startswith(MISSING)] == []


@pytest.mark.parametrize(
    "codes",
    [
        ("--code", "11E", "--code", "07q", "--code", "11e"),
        ("--code", "11E,07Q"),
        ("--code", "11E, 07Q"),
        ("--code", "11E 07Q,"),
        ("--code", "11e;07q"),
    ],
)
def test_a_joint_bid_has_one_applicant_for_each_code(
    eoi: Call, tmp_path: Path, codes: tuple[str, ...]
) -> None:
    assert eoi("new", "ccg.yaml", *codes).code == 0
    found = fresh((tmp_path / "ccg.yaml").read_text(encoding="utf-8"))
    assert [one.code for one in found.submission.applicants] == ["11E", "07Q"]
    assert [one.message for one in found.findings if not one.message.startswith(MISSING)] == []


@pytest.mark.parametrize(
    "name", ["Bromley", "nhs bromley ccg", "Bromley Clinical Commissioning Group", "bromle"]
)
def test_a_ccg_is_found_by_its_name_and_named(eoi: Call, tmp_path: Path, name: str) -> None:
    code, out, err = eoi("new", "ccg.yaml", "--name", name)
    assert (code, out) == (0, "")
    assert err.splitlines()[0] == "took 07Q, NHS Bromley CCG, from the published list"
    assert "code: 07Q" in (tmp_path / "ccg.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "which", "codes"),
    [
        ("Leeds", "'Leeds' can mean several CCGs", ["02V", "03C", "03G"]),
        ("Bromly", "no CCG is called 'Bromly'", ["07Q"]),
        ("South", "'South' can mean several CCGs", ["more"]),
    ],
)
def test_a_name_that_is_not_clear_is_asked_about_with_the_nearest_few(
    eoi: Call, tmp_path: Path, name: str, which: str, codes: list[str]
) -> None:
    code, out, err = eoi("new", "ccg.yaml", "--name", name)
    assert (code, out) == (2, "")
    assert [one for one in codes if one not in err] == []
    assert err.splitlines()[-1] == (
        f"eoi: {which}; type the code that you mean: eoi new ccg.yaml --code CODE"
    )
    assert len(err.splitlines()) <= 7
    assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("BaNES", "11E"),
        ("NHS BANES CCG", "11E"),
        ("B&NES", "11E"),
        ("NEW Devon", "99P"),
        ("Somerset CCG", "11X"),
        ("NHS Somerset", "11X"),
    ],
)
def test_a_ccg_is_found_by_its_short_name(eoi: Call, tmp_path: Path, name: str, code: str) -> None:
    code_, out, err = eoi("new", "ccg.yaml", "--name", name)
    assert (code_, out) == (0, "")
    assert err.startswith(f"took {code}, ")
    assert f"code: {code}" in (tmp_path / "ccg.yaml").read_text(encoding="utf-8")
    assert code in eoi("ccgs", name).out


def test_a_place_in_several_names_is_asked_about_though_it_is_the_whole_of_one(eoi: Call) -> None:
    assert eoi("new", "ccg.yaml", "--name", "somerset").err.splitlines() == [
        "  11X  NHS Somerset CCG",
        "  11E  NHS Bath and North East Somerset CCG",
        "  11T  NHS North Somerset CCG",
        "eoi: 'somerset' can mean several CCGs; type the code that you mean: eoi new ccg.yaml --code CODE",
    ]


def test_a_name_with_spaces_is_quoted_in_the_command_that_comes_next(eoi: Call) -> None:
    err = eoi("new", "our ccg.yaml", "--name", "North East").err
    assert err.endswith(': eoi new "our ccg.yaml" --code CODE\n')
    assert 'more: eoi ccgs "North East"' in err
    assert eoi("new", "our ccg").err.endswith('type: eoi new "our ccg.yaml"\n')
    assert eoi("new", "our ccg.yaml").err.endswith('then run: eoi build "our ccg.yaml"\n')


@pytest.mark.parametrize("word", ["ccg.yaml", "in/our-ccg.yaml", r"C:\bids\ccg.yaml"])
def test_a_plain_name_is_left_as_it_is_in_a_command(word: str) -> None:
    assert write_as_typed(word) == word


@pytest.mark.parametrize(
    "word", ["our ccg.yaml", "A&E.yaml", "a $HOME.yaml", 'the "best".yaml', "it's.yaml", ""]
)
def test_a_shell_reads_a_quoted_name_as_it_was(word: str) -> None:
    assert shlex.split(write_as_typed(word)) == [word]


def test_a_name_like_no_other_stands_as_it_was_typed(eoi: Call) -> None:
    err = eoi("new", "ccg.yaml", "--name", "NHS Northmoor CCG").err
    assert err.splitlines()[0] == (
        "there is no CCG like 'NHS Northmoor CCG' in the published list (eoi ccgs): the name stands as typed"
    )


def test_the_scope_table_has_every_function_of_the_catalogue_to_answer() -> None:
    rows = yaml.load(new(), Loader=yaml.BaseLoader)["scope"]["functions"]
    assert [(row["id"], row["function"]) for row in rows] == list(load_round("2014").function_names.items())
    assert {row["in_scope"] for row in rows} == {""}


def test_to_name_the_functions_answers_nothing_yet() -> None:
    gaps = {gap.spot.path for gap in checklist(new()).open_gaps}
    assert {"scope.functions", "scope.functions[0].in_scope"} <= gaps


@pytest.mark.parametrize("form", FORMS)
def test_the_short_form_has_what_is_required_and_recommended_and_fits_on_three_pages(form: str) -> None:
    text = write_new_file(load_round("2014"), form, None, short=True)
    assert len(text.splitlines()) <= 178
    asked = {
        gap.requirement.path
        for gap in checklist(skeleton(form)).gaps
        if gap.requirement.severity.label in ("error", "warning")
    }
    found = set(fields_in(yaml.compose(text)))
    below = {step for path in found for step in (path, path.rpartition(".")[0].removesuffix("[]"))}
    assert {path for path in asked if path.removesuffix("[]") not in below} == set()
    assert "advice" not in {gap.requirement.severity.label for gap in checklist(text).gaps if gap.spot.there}


def test_the_short_form_builds_as_it_is(eoi: Call) -> None:
    assert eoi("new", "ccg.yaml", "--short", "--code", "11E").code == 0
    assert eoi("build", "ccg.yaml", "--format", "md").code == 0


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("our-ccg", "our-ccg does not end in .yaml: what you fill in is YAML; type: eoi new our-ccg.yaml"),
        ("our.ccg", "our.ccg does not end in .yaml: what you fill in is YAML; type: eoi new our.ccg.yaml"),
        (
            "our.docx",
            "our.docx would not be a Word document: what you fill in is YAML; type: eoi new our.yaml",
        ),
        ("our.XLSX", "our.XLSX would not be a workbook: what you fill in is YAML; type: eoi new our.yaml"),
    ],
)
def test_a_file_name_with_no_ending_or_another_is_asked_about(
    eoi: Call, tmp_path: Path, name: str, complaint: str
) -> None:
    assert eoi("new", name) == (2, "", f"eoi: {complaint}\n")
    assert files_in(tmp_path) == []


def test_the_ccgs_can_be_listed_and_searched(eoi: Call) -> None:
    assert len(eoi("ccgs").out.splitlines()) >= 211
    assert eoi("ccgs", "leeds", "west").out == "03C  NHS Leeds West CCG\n"
    assert "11X  NHS Somerset CCG" in eoi("ccgs", "Somerset").out
    assert eoi("ccgs", "Bromly").out == "07Q  NHS Bromley CCG\n"
    assert eoi("ccgs", "xyzzy").code == 2
    (found,) = json.loads(eoi("ccgs", "07Q", "--format", "json").out)
    assert found["name"] == "NHS Bromley CCG"
    assert "| 07Q | NHS Bromley CCG |" in eoi("ccgs", "07Q", "--format", "markdown").out


def test_the_functions_can_be_listed(eoi: Call) -> None:
    names = load_round("2014").function_names
    out = " ".join(eoi("functions").out.split())
    assert [one for one, called in names.items() if f"{one} {called}" not in out] == []
    assert {
        one["id"]: one["function"] for one in json.loads(eoi("functions", "--format", "json").out)
    } == names
    assert "| estates | Estates | all |" in eoi("functions", "--format", "markdown").out
    assert eoi("functions", "--round", "1999").code == 2


@pytest.mark.parametrize("command", ["ccgs", "functions"])
def test_both_lists_fit_60_columns(eoi: Call, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, eoi(command).out.splitlines())) <= 60
    assert eoi(command, "--format", "jsn").err == (
        "eoi: there is no format 'jsn'; did you mean json? (known: text, json, markdown)\n"
    )


def test_one_ccg_can_be_found_by_its_code_in_small_letters() -> None:
    assert find_ccg_with_code("11e") == find_ccg_with_code("11E")
