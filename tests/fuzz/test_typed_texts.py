"""What an officer types plainly arrives in every document, or is told at its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eoi.document.render import render_expression_of_interest
from eoi.examined import ExaminedSubmission
from eoi.findings import Finding
from eoi.parse_errors import list_parse_errors
from eoi.pipeline import examine
from eoi.rounds import load_round
from eoi.source import load
from eoi.source.nodes import Mapping, Node, Scalar, Sequence
from eoi.writers import find_writer
from tests.fuzz.typed import FIELDS, Typed, Written, as_typed, typed_texts
from tests.readers import READERS
from tests.samples import COMPLETE, examined
from tests.thorough import examples, some_of

# What cannot be read, and what holds the place of an answer.
TOLD = {reading.name for reading in list_parse_errors()} | {"placeholder-text"}
GAPS = {
    requirement.rule
    for section in load_round("2014").sections
    for part, _ in section.places
    for requirement in part.requirements
}
BATCHES, SHARES = 3, 4
seeds = st.integers(0, 2**32 - 1)


def places(node: Node, path: str = "") -> Iterator[str]:
    """The field of each text of the complete submission, in its order."""
    match node:
        case Scalar():
            if path.removesuffix("[]") in FIELDS:
                yield path.removesuffix("[]")
        case Sequence():
            for item in node.items:
                yield from places(item, f"{path}[]")
        case Mapping():
            for entry in node.entries:
                yield from places(entry.value, f"{path}.{entry.key.text}".lstrip("."))


def filled(node: Node, texts: Iterator[Typed | None], path: str = "") -> Written:
    """The same submission with these texts in it, and its own where there is none."""
    match node:
        case Scalar(text=text):
            typed = next(texts) if path.removesuffix("[]") in FIELDS else None
            return replace(typed, style="line") if typed and typed.style == "brackets" else typed or text
        case Sequence():
            return [filled(item, texts, f"{path}[]") for item in node.items]
        case Mapping():
            return {
                entry.key.text: filled(entry.value, texts, f"{path}.{entry.key.text}".lstrip("."))
                for entry in node.entries
            }


def complete() -> Mapping:
    tree = load(COMPLETE.read_bytes(), "").tree
    assert tree is not None
    return tree


def alone(pattern: str, typed: Typed) -> str:
    field = FIELDS[pattern]
    value: list[Typed] | Typed = [typed] if field.many and typed.style != "brackets" else typed
    return as_typed(field.alone(value))  # type: ignore[arg-type]


def is_told(pattern: str, typed: Typed, findings: tuple[Finding, ...]) -> bool:
    """Whether a finding stands on one of its lines, or a gap is its own or that of a part which holds nothing
    else, and neither is found whatever the text."""
    lines = enumerate(alone(pattern, typed).split("\n"), 1)
    numbers = [number for number, line in lines if any(word in line for word in typed.words)]
    first, last = min(numbers) - (typed.style == "block"), max(numbers)
    new = [finding for finding in findings if (finding.rule, finding.path) not in usual(pattern)]
    at_its_line = any(
        finding.rule in TOLD and finding.span.start.line <= last and finding.span.end.line >= first
        for finding in new
    )
    path = pattern.replace("[]", "[0]")
    return at_its_line or any(one.rule in GAPS and one.path and path.startswith(one.path) for one in new)


@cache
def usual(pattern: str) -> set[tuple[str, str]]:
    """What is found of a field whatever stands in it."""
    outcome = examine(alone(pattern, Typed(("Care closer to home",))).encode(), "ccg.yaml")
    assert isinstance(outcome, ExaminedSubmission)
    return {(finding.rule, finding.path) for finding in outcome.findings}


def lost_texts(seed: int) -> tuple[int, list[str]]:
    """How many texts were typed, and those of which a word is neither told of nor in every document."""
    tree = complete()
    patterns = list(places(tree))
    typed = typed_texts(Random(seed), patterns)
    failures, kept = list[str](), list[Typed | None]()
    for pattern, text in zip(patterns, typed, strict=True):
        source = alone(pattern, text)
        outcome = examine(source.encode(), "ccg.yaml")
        told = is_told(pattern, text, outcome.findings)
        kept.append(None if told else text)
        if not told and not isinstance(outcome, ExaminedSubmission):
            failures.append(f"refused elsewhere: {source!r} {outcome.findings}")
            kept[-1] = None
    whole = as_typed(filled(tree, iter(kept)))
    texts = documents(whole)
    for pattern, one in zip(patterns, kept, strict=True):
        missing = [
            f"{kind}: {word}"
            for kind, shown in texts.items()
            for word in (one.words if one else ())
            if word not in shown
        ]
        if missing:
            failures.append(f"lost: {missing} of {pattern}: {one}")
    return len(typed), failures


def documents(source: str) -> dict[str, str]:
    """The words of the document in every format, without spaces: a line can end within a word."""
    document = render_expression_of_interest(examined(source), False)
    return {
        kind: "".join(read(find_writer(kind).write(document)).casefold().split())
        for kind, read in READERS.items()
    }


@pytest.mark.parametrize("share", some_of(range(SHARES), 1))
@settings(max_examples=examples(BATCHES, 1))
@given(seeds)
def test_every_word_that_is_typed_is_in_every_format_or_told_at_its_line(share: int, seed: int) -> None:
    """Each example fills every text field of the complete submission, 170 texts and more: each text is judged
    in a file of its own, and what is taken is looked for in all five formats of one document. In a
    long search that makes more than 2,000 texts in all."""
    count, failures = lost_texts(seed * SHARES + share)
    assert failures == []
    assert count * BATCHES * SHARES > 2_000


def test_every_text_field_of_the_model_has_its_turn() -> None:
    assert set(places(complete())) == set(FIELDS)
    assert len(FIELDS) > 100
