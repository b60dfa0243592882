"""YAML's own complaints, in words for someone who does not program."""

from __future__ import annotations

from typing import Any

from eoi.findings import Finding, Place, Position, Span, error

# (part of the parser's words, what to say, what to do); the first match counts.
PLAIN_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "that cannot start any token",
        "A value cannot begin with this character.",
        'Put the whole value in quotes: "...".',
    ),
    (
        "mapping values are not allowed",
        "There is a second colon on this line, or the line is indented too far.",
        "Put a value that holds ': ' in quotes, or line the field up with the ones above it.",
    ),
    (
        "could not find expected ':'",
        "This line is not a field: it has no colon.",
        "Write `name: value`, or indent the line if it continues the text above.",
    ),
    (
        "while scanning a quoted scalar",
        "A quotation mark is opened here and never closed.",
        "Add the closing quotation mark at the end of the value.",
    ),
    (
        "did not find expected ',' or ']'",
        "A list opened with '[' is not closed.",
        "Add the missing ']' or comma.",
    ),
    (
        "did not find expected ',' or '}'",
        "A group opened with '{' is not closed.",
        "Add the missing '}' or comma.",
    ),
    (
        "did not find expected '-' indicator",
        "This line stands where a list item should.",
        "Begin the line with '- ', or indent it to belong to the item above.",
    ),
    (
        "did not find expected key",
        "This line does not line up with the fields above it.",
        "Indent it by the same number of spaces as its neighbours; check quotation marks on the line before.",
    ),
    (
        "did not find expected node content",
        "A value was expected here.",
        "Write the value, or put it in quotes.",
    ),
    (
        "found unknown escape character",
        "A backslash in double quotes starts a special character, and this is not one.",
        "Use single quotes instead, or write the backslash twice.",
    ),
    (
        "block scalar",
        "The text after '|' or '>' must start on a new line, indented.",
        "Move it to the next line.",
    ),
    (
        "did not find expected <document start>",
        "The file's structure ends before this line.",
        "Line this line up with the fields above it.",
    ),
)


TAB = ("This line is indented with a tab.", "Use spaces instead: two for each level.")


def syntax_finding(problem: Any, text: str) -> Finding:
    """One finding for whatever the parser raised; its own words stand at the end for a search engine."""
    words = (
        f"{getattr(problem, 'context', None) or ''} {getattr(problem, 'problem', None) or problem}".strip()
    )
    where = span_of_mark(getattr(problem, "problem_mark", None), text)
    began = getattr(problem, "context_mark", None)
    message, help_ = TAB if indented_with_tab(where, text) else in_plain_words(words)
    if "never closed" in message and began is not None:
        return error("yaml-syntax", message, span_of_mark(began, text), help=help_)
    related = None
    if began is not None and began.line + 1 != where.start.line:
        related = Place(span_of_mark(began, text), "the part it belongs to begins here")
    return error("yaml-syntax", message, where, help=help_, related=related)


def indented_with_tab(where: Span, text: str) -> bool:
    line = text.split("\n")[where.start.line - 1]
    return "\t" in line[: len(line) - len(line.lstrip())]


def in_plain_words(words: str) -> tuple[str, str]:
    for part, message, help_ in PLAIN_WORDS:
        if part in words:
            return message, help_
    return f"This is not valid YAML ({words}).", "Compare the line with the ones around it."


def span_of_mark(mark: Any, text: str) -> Span:
    """The parser can stop past the last line; the place shown is always one that exists."""
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark is not None else 0
    column = min(mark.column, len(lines[line])) if mark is not None else 0
    return Span(Position(line + 1, column + 1), Position(line + 1, column + 2))
