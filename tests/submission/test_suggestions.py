"""What is suggested for a name that is no field: what people mean by it, never what only looks like it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from eoi.examined import UnreadableFile
from eoi.pipeline import examine
from eoi.submission.model import Submission
from eoi.submission.part import Part
from eoi.submission.synonyms import SYNONYMS, list_meanings
from eoi.submission.vocabulary import find_spelt_alike, suggest_for_unknown_name
from eoi.submission.walk import list_every_field
from tests.samples import skeleton
from tests.tables import for_each, for_each_row


def parts() -> Iterator[tuple[type[Part], tuple[str, ...]]]:
    yield Submission, ()
    for steps, field in list_every_field():
        if field.part:
            yield field.part, tuple(step.removesuffix("[]") for step in steps)


PARTS = [(part.__name__, path) for part, path in parts()]
NAMES = {name for name, _ in PARTS}
BY_NAME = {part.__name__: part for part, _ in parts()}


def fields_of(part: str) -> set[str]:
    return set(BY_NAME[part].by_written)


ROWS = [
    (part, field, other)
    for part, rows in SYNONYMS.items()
    for field in rows
    for other in rows[field].split(", ")
]


def test_the_synonyms_are_seen_and_nearly_every_part_has_some() -> None:
    assert len(ROWS) > 1000
    assert set(SYNONYMS) <= NAMES
    assert len(NAMES - set(SYNONYMS)) <= 3


@for_each(sorted(SYNONYMS))
def test_a_synonym_leads_to_a_field_of_its_part_and_shadows_none(part: str) -> None:
    fields = fields_of(part)
    assert set(SYNONYMS[part]) <= fields
    assert not set(list_meanings(part)) & fields
    for others in SYNONYMS[part].values():
        assert len(set(others.split(", "))) == len(others.split(", "))


@for_each_row(PARTS)
def test_every_synonym_of_a_part_is_told_wherever_the_part_stands(part: str, path: tuple[str, ...]) -> None:
    for other, fields in list_meanings(part).items():
        assert suggest_for_unknown_name((*path, other), False) == f"Did you mean `{fields[0]}`?"
        assert suggest_for_unknown_name((*path, other.upper()), False) == f"Did you mean `{fields[0]}`?"


@for_each_row(PARTS)
def test_a_field_that_the_group_has_is_never_suggested(part: str, path: tuple[str, ...]) -> None:
    every = frozenset(fields_of(part))
    for other, fields in list_meanings(part).items():
        told = suggest_for_unknown_name((*path, other), False, every)
        assert told == f"Keep one of the two: `{fields[0]}` means the same and is there already."
    for name in ("zanzibar", *(f"{field}x" for field in sorted(every))):
        assert "Did you mean" not in suggest_for_unknown_name((*path, name), False, every)


TOLD = [
    ("arrangement.phases", "from", "Did you mean `start`?"),
    ("arrangement.phases", "to", "Did you mean `end`?"),
    ("arrangement.phases", "start_date", "Did you mean `start`?"),
    ("arrangement.phases", "end date", "Did you mean `end`?"),
    ("applicants.strategy", "name", "Did you mean `title`?"),
    ("applicants.strategy", "plan", "Did you mean `title`?"),
    ("applicants.strategy", "date", "Did you mean `published`?"),
    ("applicants.strategy", "link", "Did you mean `url`?"),
    ("applicants.population", "date", "Did you mean `as_of`?"),
    ("applicants", "note", "Did you mean `notes`?"),
    ("applicants", "CSU", "Did you mean `commissioning_support`?"),
    ("applicants", "gp_contracts", "Did you mean `contracts`?"),
    ("priorities", "priority", "Did you mean `title`?"),
    ("priorities", "KPI", "Did you mean `measure`?"),
    ("timescales", "notes", "Did you mean `note`?"),
    ("timescales", "deadline", "Did you mean `date`?"),
    ("timescales", "when", "Did you mean `date`?"),
    ("timescales", "name", "Did you mean `milestone`?"),
    ("timescales", "description", "Did you mean `milestone`?"),
    ("evaluation", "date", "Did you mean `when`?"),
    ("evaluation", "frequency", "Did you mean `when`?"),
    ("resources.posts", "amount", "Did you mean `cost`?"),
    ("resources.posts", "salary", "Did you mean `cost`?"),
    ("resources.posts", "FTE", "Did you mean `wte`?"),
    ("resources", "value", "Did you mean `total`?"),
    ("resources", "cost", "Did you mean `total`?"),
    ("arrangement.budget", "total", "Did you mean `envelope`?"),
    ("governance.groups", "chairman", "Did you mean `chair`?"),
    ("governance.groups", "frequency", "Did you mean `meets`?"),
    ("governance.groups", "membership", "Did you mean `members`?"),
    ("governance.groups.members", "name", "Did you mean `role`?"),
    ("engagement.members", "vote", "Did you mean `ballot`?"),
    ("engagement.members.ballot", "from", "Did you mean `opened`?"),
    ("engagement.members.ballot", "to", "Did you mean `closed`?"),
    ("engagement.members.ballot", "votes_for", "Did you mean `for`?"),
    ("engagement.public", "replies", "Did you mean `responses`?"),
    ("support", "name", "Did you mean `body`?"),
    ("signatories", "ccg", "Did you mean `organisation`?"),
    ("", "ccg", "Did you mean `applicants`?"),
    ("", "ccgs", "Did you mean `applicants`?"),
    ("", "timetable", "Did you mean `timescales`?"),
    ("", "budgt", "Use one of the fields here: "),
    ("applicants", "budgt", "Did you mean `budget`?"),
    ("", "posts", "`posts` belongs in `resources`: move it there, and indent it."),
    ("", "ballot", "`ballot` belongs in `engagement.members`: move it there, and indent it."),
    ("", "envelope", "`envelope` belongs in `arrangement.budget`: move it there, and indent it."),
    (
        "arrangement",
        "envelope",
        "`envelope` belongs in `arrangement.budget`: move it there, and indent it.",
    ),
    (
        "governance",
        "chair",
        "`chair` belongs in `governance.groups[]`: move it there, and indent it.",
    ),
    ("applicants.population", "practices", "`practices` is a field of `applicants[]`: move it out to there."),
    (
        "applicants.population",
        "status",
        "`status` is a field of the file itself, beside `round` and `form`: move it out to there.",
    ),
    ("benefits", "posts", "`posts` is a field of `resources`: if that is meant, move it there."),
    (
        "timescales",
        "form",
        "`form` is a field of the file itself, beside `round` and `form`: move it out to there.",
    ),
    ("applicants", "patients", "Write `population:` and, below it, indented, `registered: ...`."),
    ("applicants", "fte", "Write `staff:` and, below it, indented, `wte: ...`."),
    ("engagement.members", "turnout", "Write `ballot:` and, below it, indented, `voted: ...`."),
    ("applicants", "to", "Use one of the fields here: "),
    ("background", "date", "Use one of the fields here: vision, structure."),
]


@for_each_row(TOLD)
def test_a_name_that_is_no_field_is_told_what_it_means_or_where_it_belongs(
    group: str, name: str, told: str
) -> None:
    path = (*filter(None, group.split(".")), name)
    assert suggest_for_unknown_name(path, False).startswith(told)


def help_of(more: str) -> list[str]:
    outcome = examine(skeleton(more=more).encode(), "ccg.yaml")
    assert isinstance(outcome, UnreadableFile)
    return [finding.help for finding in outcome.findings]


def test_what_is_taken_is_seen_in_the_file() -> None:
    phases = "arrangement:\n  phases:\n    - {{name: A, form: joint, {}from: 2015}}\n"
    assert help_of(phases.format("")) == ["Did you mean `start`?"]
    assert help_of(phases.format("start: 2014, ")) == [
        "Keep one of the two: `start` means the same and is there already."
    ]
    assert help_of(phases.format("start: , ")) == ["Did you mean `start`?"]
    assert help_of(phases.format("fom: delegated, from: 2014, ").replace(", from: 2015", "")) == [
        "Keep one of the two: it is spelt like `form`, which is there already.",
        "Did you mean `start`?",
    ]


def test_a_number_for_a_group_that_the_applicant_has_is_led_into_it() -> None:
    assert help_of("    population: {resident: 300000}\n    patients: 302,419\n") == [
        "It belongs to `population`, as `registered`: move it there."
    ]


DATED = [
    (
        "timescales:\n  - 1 October 2014: Joint committee starts\n",
        "Write `- {date: 1 October 2014, milestone: Joint committee starts}`.",
    ),
    (
        "engagement:\n  nhs_england:\n    - Autumn 2014: Board, and others\n",
        'Write `- {date: Autumn 2014, event: "Board, and others"}`.',
    ),
    (
        "timescales:\n  - 1 June 2014: x\n    note: y\n",
        "Write `date: 1 June 2014` and `milestone: ...` in its place.",
    ),
    ("timescales:\n  - {44: x}\n", "Put the number in quotes: inside { }, a comma ends it."),
    ("timescales:\n  - 44: x\n", "Use one of the fields here: milestone, date, note."),
]


@for_each_row(DATED)
def test_a_date_in_the_place_of_a_name_is_led_to_its_field(more: str, told: str) -> None:
    assert help_of(more) == [told]


def test_a_required_field_under_another_name_is_one_finding() -> None:
    text = "round: 2014\nform: joint\nccgs:\n  - name: NHS Somewhere CCG\n"
    outcome = examine(text.encode(), "ccg.yaml")
    assert [finding.rule for finding in outcome.findings] == ["unknown-field"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("gp_contracts", None),
        ("eye_contract", "eye_contracts"),
        ("Eye-contracts", "eye_contracts"),
        ("dentalcontracts", "dental_contracts"),
        ("rent_review", "rent_reviews"),
        ("discretionery_payments", "discretionary_payments"),
        ("new_contracts", None),
        ("estate", "estates"),
    ],
)
def test_a_function_is_suggested_only_where_each_of_its_words_is_meant(name: str, meant: str | None) -> None:
    known = (
        "eye_contracts",
        "dental_contracts",
        "design_contracts",
        "rent_reviews",
        "discretionary_payments",
        "estates",
    )
    assert find_spelt_alike(name, known) == meant
