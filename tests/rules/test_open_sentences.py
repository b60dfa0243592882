"""A sentence that settles nothing silences no finding that still holds, whichever field it stands in.

A field is answered as soon as anything is written in it. That answers what was asked of that field, and
nothing else: not another requirement, and not a rule that looks for words in the text.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from eoi.examined import ExaminedSubmission
from eoi.pipeline import examine
from eoi.rules import load_catalogue
from eoi.source import load
from eoi.source.nodes import Mapping, Node, Scalar, Sequence
from eoi.submission import MARKDOWN
from eoi.submission.vocabulary import list_field_names_at
from tests.model_fields import ModelField, model_fields
from tests.samples import EXAMPLES
from tests.thorough import IS_LONG_SEARCH, some_of

TESTS = Path(__file__).parents[1]
FILES = [
    *EXAMPLES,
    *sorted((TESTS / "planted" / "bases").glob("*.yaml")),
    TESTS / "bids" / "six-ccgs-joint-2015.yaml",
]
FAILING = [
    path
    for path in sorted((TESTS / "cases").glob("*/*.yaml"))
    if "# expect:" in path.read_text(encoding="utf-8")
]
RULES = {rule.name: rule for rule in load_catalogue()}
# A decision changes what can still be asked: the file may have been kept up to date since.
PROSE = [one for one in model_fields() if one.kind == MARKDOWN and one.steps[0] != "decision"]


def plain(node: Node) -> Any:
    """What a file says, without where it says it."""
    match node:
        case Mapping():
            return {entry.key.text: plain(entry.value) for entry in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text
    raise AssertionError(node)


def said_by(path: Path) -> Any:
    tree = load(path.read_bytes(), path.name, list_field_names_at).tree
    return plain(tree) if tree else {}


def write(part: dict[str, Any], steps: tuple[str, ...], sentence: str) -> bool:
    """Write a sentence in a field wherever it is not given; False where there is no such place."""
    first, *rest = steps
    name = first.removesuffix("[]")
    if not rest:
        is_free = name not in part
        part.setdefault(name, sentence)
        return is_free
    below = part.setdefault(name, {}) if not first.endswith("[]") else part.get(name)
    parts = below if isinstance(below, list) else [below]
    written = [write(one, tuple(rest), sentence) for one in parts if isinstance(one, dict)]
    return any(written)


def with_sentence(said: Any, fields: list[ModelField], sentence: str) -> Any:
    changed = copy.deepcopy(said)
    written = [write(changed, field.steps, sentence) for field in fields]
    return changed if any(written) else None


def examined(said: Any) -> ExaminedSubmission | None:
    outcome = examine(json.dumps(said).encode(), "ccg.yaml")
    return outcome if isinstance(outcome, ExaminedSubmission) else None


def open_requirements(outcome: ExaminedSubmission) -> set[tuple[str, str]]:
    return {(gap.requirement.path, gap.spot.path) for gap in outcome.checklist.open_gaps}


def found(outcome: ExaminedSubmission) -> set[tuple[str, str]]:
    """What was found, but for what is missing: that is compared by requirement."""
    missing = rules_of_gaps(outcome)
    return {
        (one.rule, place.path) for one in outcome.findings for place in one.places if one.rule not in missing
    }


def rules_of_gaps(outcome: ExaminedSubmission) -> set[str]:
    return {gap.requirement.rule for gap in outcome.checklist.gaps}


def count_places(rule: str, outcome: ExaminedSubmission) -> int:
    return sum(len(one.places) for one in outcome.findings if one.rule == rule)


def answered_by(field: ModelField, outcome: ExaminedSubmission) -> set[str]:
    """The requirements that the field is asked by, or will do for."""
    every = [requirement for *_, requirement in outcome.round.requirements]
    return {one.path for one in every if field.pattern in (one.path, *one.or_path)}


def losses(path: Path) -> Iterator[tuple[str, object]]:
    said = said_by(path)
    before = examined(said)
    assert before
    for field in PROSE:
        changed = with_sentence(said, [field], "Details stand in an annex.")
        after = examined(changed) if changed else None
        if after is None:
            continue
        closed = open_requirements(before) - open_requirements(after)
        yield field.pattern, {one for one in closed if one[0] not in answered_by(field, before)}
        yield field.pattern, found(before) - found(after)


@pytest.mark.slow
@pytest.mark.parametrize("path", some_of(FILES, 3), ids=lambda path: path.stem)
def test_a_field_that_a_sentence_answers_answers_nothing_else(path: Path) -> None:
    tried = list(losses(path))
    assert len(tried) >= 4
    assert [one for one in tried if one[1]] == []


TRIED = {rule.name: rule for rule in some_of(load_catalogue(), 40, lambda rule: rule.family)}
OPENINGS = ("It has not been agreed yet whether {}.", "This is still open: {}.")


@pytest.mark.slow
def test_a_sentence_that_leaves_a_matter_open_silences_no_rule_about_it() -> None:
    """In one case of each rule, and in a long search in all."""
    tried, silenced = set[tuple[str, str]](), list[str]()
    for path in FAILING:
        rule = TRIED.get(path.parent.name)
        if rule is None:
            continue
        if not IS_LONG_SEARCH and all((opening, rule.name) in tried for opening in OPENINGS):
            continue
        said = said_by(path)
        before = examined(said)
        if before is None or rule.name in rules_of_gaps(before):
            continue
        summary = rule.summary[0].lower() + rule.summary[1:]
        for opening in OPENINGS:
            changed = with_sentence(said, PROSE, opening.format(summary))
            after = examined(changed) if changed else None
            if after is not None:
                tried.add((opening, rule.name))
                if count_places(rule.name, after) < count_places(rule.name, before):
                    silenced.append(f"{rule.name}/{path.stem}: {opening}")
    assert silenced == []
    assert all(
        sum(one == opening for one, _ in tried) >= 130 * len(TRIED) // len(RULES) for opening in OPENINGS
    )
