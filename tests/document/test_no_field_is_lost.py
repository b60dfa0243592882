"""Whatever an officer types is in the document: every field of the model, alone and in company."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from eoi.source.nodes import Mapping, Node, Scalar, Sequence
from eoi.submission import MARKDOWN, TEXT
from eoi.submission.dates import DATE, read_when
from eoi.submission.quantities import MONEY, RANGE, SHARE
from eoi.submission.scope import LEADER
from tests.model_fields import ModelField, model_fields
from tests.samples import COMPLETE, examined, interest, words_of
from tests.strategies import Fields, as_yaml
from tests.thorough import some_of

EXAMPLE_OF = {
    DATE: "7 July 2009",
    MONEY: "£123.4k",
    SHARE: "56.7%",
    RANGE: "12 to 34",
    TEXT: "Zanzibar",
    MARKDOWN: "Zanzibar",
    LEADER: "Zanzibar",
}
FIELDS = tuple(model_fields())
# Printed in words of the document's own: "NHS England leads" for nhse.
IN_OTHER_WORDS = {"round", "scope.functions[].lead"}
# A submission names these always, a waiver shows only where there is a gap to waive, a voice a sentence, the
# size of the text is no word, and redactions are for the public edition.
WAIVED = {"waivers[].path", "waivers[].reason"}
REDACTED = {"redactions[].path", "redactions[].exemption", "redactions[].reason"}
# Remarks stand in the margin: tests/document/test_margin_remarks.py reads them there.
REMARKED = {field.pattern for field in FIELDS if field.steps[0] == "remarks[]"}
# Notes keep words of an old document until somebody moves them to a field: no document prints them.
KEPT = {"notes[].where", "notes[].text"}
ELSEWHERE = frozenset(
    {"voice", "layout.text_size", "round", "form", "applicants[].name"} | WAIVED | REDACTED | REMARKED | KEPT
)
OF_ITS_OWN = tuple(field for field in FIELDS if field.pattern not in ELSEWHERE)


def each(fields: Iterable[ModelField]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("field", fields, ids=lambda field: field.pattern)


def text_of(fields: Fields) -> str:
    return words_of(interest(as_yaml(fields)))


def shows(field: ModelField, *others: Fields) -> bool:
    """Its value is there to read or, where it can only be one of a few words, makes a difference."""
    if field.choices:
        return len({text_of(beside(field.alone(choice), others)) for choice in field.choices}) > 1
    value, shown = ("sanctions", "Applying contractual sanctions") if is_id(field) else 2 * (example(field),)
    return (
        shown.casefold() in text_of(beside(field.alone([value] if field.many else value), others)).casefold()
    )


def is_id(field: ModelField) -> bool:
    return field.steps[-1] == "id"


def example(field: ModelField) -> str:
    figures = {"Count": "4,567", "Number": "45.6"}
    return EXAMPLE_OF.get(field.kind) or figures[field.kind.name]


def beside(fields: Fields, others: tuple[Fields, ...]) -> Fields:
    applicants = fields["applicants"]
    assert isinstance(applicants, list)
    return fields | {"applicants": [*applicants, *others]}


def test_the_walk_finds_the_fields_at_every_depth() -> None:
    patterns = [field.pattern for field in FIELDS]
    assert len(patterns) == len(set(patterns)) > 200
    assert {"submitted", "scope.tables[].functions[].risk", "engagement.public.views.for"} <= set(patterns)


@pytest.mark.slow
@each(some_of(OF_ITS_OWN, 30, lambda field: field.steps[0]))
def test_a_field_shows_when_it_stands_alone(field: ModelField) -> None:
    assert shows(field)


@pytest.mark.slow
@each(some_of((field for field in OF_ITS_OWN if field.pattern.startswith("applicants")), 10))
def test_a_field_of_one_ccg_shows_in_a_joint_bid(field: ModelField) -> None:
    assert shows(field, {"name": "NHS Elsewhere CCG"})


def written(node: Node, path: str = "") -> Iterator[tuple[str, str]]:
    """Each value of a file with the pattern of its field."""
    match node:
        case Scalar():
            yield path.removesuffix("[]"), node.text
        case Sequence():
            for item in node.items:
                yield from written(item, f"{path}[]")
        case Mapping():
            for entry in node.entries:
                yield from written(entry.value, f"{path}.{entry.key.text}".lstrip("."))


def complete() -> list[tuple[str, str]]:
    tree = examined(COMPLETE.read_bytes()).source.tree
    assert tree is not None
    return list(written(tree))


def printed(value: str) -> str:
    """Dates are spelt out; the marks of Markdown are gone."""
    try:
        return str(read_when(value))
    except ValueError:
        return " ".join(value.replace("**", "").split()).casefold()


def test_the_complete_submission_has_every_field() -> None:
    named = {pattern for pattern, _ in complete()}
    assert {field.pattern for field in FIELDS} - named == WAIVED | KEPT


def test_every_value_of_the_complete_submission_is_in_its_document() -> None:
    free = {field.pattern for field in FIELDS if not field.choices and not is_id(field)} - IN_OTHER_WORDS
    text = words_of(interest(COMPLETE.read_bytes()))
    given = [(pattern, value) for pattern, value in complete() if pattern in free - REDACTED - REMARKED]
    assert len(given) > 180
    assert [
        pair for pair in given if printed(pair[1]) not in text.casefold() and printed(pair[1]) not in text
    ] == []
