"""Every field of the model answers a slip at its place, with words that help."""

from __future__ import annotations

import pytest

from eoi.findings import Finding
from eoi.source import load
from eoi.submission.model import Submission
from eoi.submission.reading import read_submission
from eoi.submission.vocabulary import list_field_names_at
from tests.model_fields import ModelField, model_fields
from tests.strategies import as_yaml
from tests.tables import for_each

LEAST = "round: 2014\nform: joint\napplicants:\n  - name: NHS Somewhere CCG\n"
FIELDS = tuple(model_fields())
LONG_NAMES = tuple(field for field in FIELDS if len(field.steps[-1]) > 3)
REQUIRED = ("round", "form", "applicants[].name", "waivers[].path", "waivers[].reason")


def outcome(text: str) -> tuple[Submission | None, tuple[Finding, ...]]:
    source = load(text.encode(), "ccg.yaml")
    assert source.findings == ()
    assert source.tree is not None
    return read_submission(source.tree)


def findings(text: str) -> list[tuple[str, str, str]]:
    return [(finding.rule, finding.path, finding.help) for finding in outcome(text)[1]]


def misspelt(name: str) -> str:
    """With two letters changed round, or, where they are the same, one too many."""
    return f"{name[:2]}{name[3]}{name[2]}{name[4:]}" if name[2] != name[3] else f"{name}e"


def test_the_model_has_all_its_fields() -> None:
    assert len(FIELDS) > 150
    assert len(LONG_NAMES) > 130


@pytest.mark.slow
@for_each(FIELDS, lambda field: field.pattern)
def test_a_blank_field_means_the_same_as_an_absent_one(field: ModelField) -> None:
    blank = as_yaml(field.alone("")).replace('""', "")
    model, found = outcome(blank)
    if field.pattern in REQUIRED:
        assert [finding.rule for finding in found] == ["missing-field"]
    else:
        waiver = "waivers: [{path: summary, reason: None is wanted}]\n" if "waivers" in blank else ""
        is_named = "redactions" in blank and "summary" in blank
        redaction = "redactions: [{path: summary}]\n" if is_named else ""
        assert found == ()
        assert model == outcome(LEAST + waiver + redaction)[0]


@for_each(LONG_NAMES, lambda field: field.pattern)
def test_a_misspelt_field_is_answered_with_its_right_name_at_every_depth(field: ModelField) -> None:
    *parents, name = field.steps
    text = as_yaml(ModelField((*parents, misspelt(name)), field.kind).alone("x"))
    (line,) = (
        finding.span.start.line
        for finding in outcome(text)[1]
        if finding.help
        in (
            f"Did you mean `{name}`?",
            f"Keep one of the two: it is spelt like `{name}`, which is there already.",
        )
    )
    assert text.split("\n")[line - 1].strip(" -").startswith(f"{misspelt(name)}:")


@pytest.mark.parametrize(
    ("slip", "help_"),
    [
        (
            "registered: 177,643",
            "`registered` belongs in `applicants[].population`: move it there, and indent it.",
        ),
        (
            "budget: £5m",
            "`budget` belongs in `applicants[]` or `arrangement` or `arrangement.budget.lines[]`: ",
        ),
        (
            "governance:\n  quorum: 3",
            "`quorum` belongs in `governance.groups[]`: move it there, and indent it.",
        ),
        ("engagement:\n  sent: 42", "`sent` belongs in `engagement.public`: move it there, and indent it."),
    ],
)
def test_a_misplaced_field_is_answered_with_the_places_that_have_it(slip: str, help_: str) -> None:
    ((rule, _, said),) = findings(f"{LEAST}{slip}\n")
    assert rule == "unknown-field"
    assert said.startswith(help_)


def test_a_field_like_no_other_is_answered_with_the_names_that_there_are() -> None:
    names = ", ".join(list_field_names_at(("applicants", 0, "staff")))
    assert names == "headcount, wte"
    assert findings(f"{LEAST}    staff: {{qqq: 1}}\n") == [
        ("unknown-field", "applicants[0].staff.qqq", f"Use one of the fields here: {names}.")
    ]


def test_an_unknown_name_is_found_although_nothing_is_written_after_it() -> None:
    assert findings(f"{LEAST}    staf:\n    staff:\n      wtee:\n") == [
        ("unknown-field", "applicants[0].staf", "Did you mean `staff`?"),
        ("unknown-field", "applicants[0].staff.wtee", "Did you mean `wte`?"),
    ]


def test_a_number_cut_in_two_by_its_comma_is_never_read_as_its_first_half() -> None:
    assert findings(f"{LEAST}    population: {{resident: 177,643}}\n") == [
        (
            "unknown-field",
            "applicants[0].population.643",
            "Put the number in quotes: inside { }, a comma ends it.",
        )
    ]


def test_a_misspelt_required_field_is_one_mistake_and_not_two() -> None:
    assert findings("ruond: 2014\nfrom: joint\napplicants:\n  - nmae: x\n") == [
        ("unknown-field", "ruond", "Did you mean `round`?"),
        ("unknown-field", "from", "Did you mean `form`?"),
        ("unknown-field", "applicants[0].nmae", "Did you mean `name`?"),
    ]


def test_what_is_missing_is_asked_for_with_the_line_to_add() -> None:
    assert findings("status: draft\n") == [
        ("missing-field", "round", "Add `round: 2014`."),
        ("missing-field", "form", "Add `form: joint`."),
        ("missing-field", "applicants", "Add `applicants:` and, below it, `  - name: NHS ... CCG`."),
    ]


def test_every_error_of_a_file_is_reported_in_one_run_and_in_its_order() -> None:
    slips = "submitted: soon\nsummary: [x]\nstatus: done\nresources: £5m\npriorities: x\n"
    assert [path for _, path, _ in findings(f"{LEAST}{slips}evaluation: [{{by: x, wehn: y}}]\n")] == [
        "submitted",
        "summary",
        "status",
        "resources",
        "priorities",
        "evaluation[0].wehn",
    ]
