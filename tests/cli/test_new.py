"""`eoi new`: a file with every field and its question, that builds as it is and names all that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from eoi.rounds import load_round
from eoi.starter import starter
from eoi.writers import formats
from tests.cli.calls import Call, files_in
from tests.model_fields import model_fields
from tests.samples import FORMS, checklist, skeleton

each_form = pytest.mark.parametrize("form", FORMS)


def new(form: str = "joint", name: str | None = None) -> str:
    return starter(load_round("2014"), form, name)


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
    assert found == [field.pattern for field in model_fields()]
    assert len(found) > 200


@each_form
def test_the_file_builds_as_it_is(eoi: Call, tmp_path: Path, form: str) -> None:
    assert eoi("new", "ccg.yaml", "--form", form).code == 0
    code, out, _ = eoi("build", "ccg.yaml")
    assert (code, out) == (0, "")
    assert len(files_in(tmp_path / "build")) == 2 * len(formats())


@each_form
def test_the_file_has_the_gaps_of_an_empty_one_and_its_name(form: str) -> None:
    gaps = [gap.spot.path for gap in checklist(new(form)).gaps]
    empty = [gap.spot.path for gap in checklist(skeleton(form)).gaps]
    assert [path for path in gaps if path != "applicants[0].name"] == empty
    assert len(gaps) == len(empty) + 1


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
    assert [lines[n] for n in fields if not lines[n - 1].lstrip().startswith("# ")] == []


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
    assert [line for line in lines if len(line) > 105] == []
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


def test_a_form_may_be_written_in_capitals_as_in_a_file(eoi: Call) -> None:
    assert eoi("new", "ccg.yaml", "--form", "Joint").code == 0
