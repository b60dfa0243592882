"""A comment in the middle of a text or between brackets, where YAML stumbles over what follows it."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.findings import Finding, Position
from eoi.parse_errors.yaml import TEXT_AFTER_HASH
from eoi.source.comments import HASH
from eoi.source.layout import is_field
from eoi.source.quoting import in_quotes
from eoi.source.repair import Repair
from eoi.source.trouble import Trouble, one_character, slip

ORDER = 35


def repairs(trouble: Trouble) -> Iterator[Repair]:
    yield from comment_in_a_text(trouble)
    yield from closed_in_a_comment(trouble)


def is_cause(finding: Finding, trouble: Trouble) -> bool:
    """Whether words that were lost to a comment are why the parser stumbles."""
    if trouble.says("expected ',' or"):
        first = trouble.began.line
    elif trouble.says("could not find expected ':'"):
        first = trouble.above(trouble.began.line)
    elif trouble.says("expected key", "<document start>", "mapping values"):
        first = trouble.above(trouble.at.line)
    else:
        return False
    return finding.rule == TEXT_AFTER_HASH.name and first <= finding.span.start.line <= trouble.at.line


def comment_in_a_text(trouble: Trouble) -> Iterator[Repair]:
    """The text goes on below the comment; to YAML it has ended."""
    number, above = trouble.at.line, trouble.above(trouble.at.line)
    if not above or is_field(trouble, number) or not trouble.says("expected key", "<document start>"):
        return
    if trouble.indent(number) < max(trouble.indent(above), 1) or trouble.line(number).lstrip()[:1] == "-":
        return
    for place in unquoted_hashes(trouble, range(above, number)):
        yield Repair(
            slip(
                "A comment begins at this `#` and ends the text, so the next line belongs to nothing.",
                one_character(place),
                "Move the comment to a line above the field; if it is text, put the whole text in quotes.",
            ),
            {place.line: (trouble.line(place.line)[: place.column - 1].rstrip(),)},
        )


def closed_in_a_comment(trouble: Trouble) -> Iterator[Repair]:
    """`[one # two, three]`: the bracket that closes the list is part of the comment."""
    closing = {"[": "]", "{": "}"}.get(trouble.character(trouble.began), "")
    if not closing or not trouble.says("expected ',' or"):
        return
    for place in unquoted_hashes(trouble, range(trouble.began.line, trouble.at.line + 1)):
        text = trouble.line(place.line)
        needed = next((mark for mark in (closing, ",") if mark in text[place.column :]), "")
        if needed:
            yield Repair(
                slip(
                    f"A comment begins at this `#`, and the '{needed}' that should come next is in it."
                    if needed == ","
                    else f"A comment begins at this `#`, and the '{closing}' that should close the "
                    "bracket is in it.",
                    one_character(place),
                    "Put the text that holds the # in quotes.",
                ),
                {place.line: (value_in_quotes(text, place.column - 1, closing),)},
            )


def value_in_quotes(text: str, at: int, closing: str) -> str:
    """The value between brackets that holds the character `at`."""
    start = max(text.rfind(before, 0, at) + len(before) for before in (": ", ", ", "[", "{"))
    end = next((end for end, mark in enumerate(text) if end > at and mark in (",", closing)), len(text))
    return text[:start] + in_quotes(text[start:end]) + text[end:]


def unquoted_hashes(trouble: Trouble, numbers: range) -> Iterator[Position]:
    for number in numbers:
        match = HASH.search(trouble.line(number))
        if match and trouble.line(number)[: match.start()].count('"') % 2 == 0:
            yield Position(number, match.start() + 1)
