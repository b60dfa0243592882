"""YAML's own complaints, in words for someone who does not program."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.source import layout, marks
from eoi.source.trouble import Trouble, one_character, slip

# The first that knows the trouble speaks: a tab is behind many complaints, and where a quotation does not
# close it is no wonder that lines do not line up.
SLIPS = (
    layout.wrong_space,
    marks.special_character_first,
    marks.unclosed_quote,
    marks.unknown_escape,
    marks.unclosed_bracket,
    marks.closing_first,
    marks.quote_closed_too_late,
    marks.text_after_the_end,
    layout.no_colon,
    layout.colon_too_many,
    layout.reads_on_from_above,
    layout.three_dots,
    layout.stands_apart,
    layout.out_of_line,
)

# (part of the parser's words, what to say, what to do), for the rest.
PLAIN_WORDS: tuple[tuple[str, str, str], ...] = (
    (
        "sequence entries are not allowed",
        "A list begins on a line of its own.",
        "Move the dash to the next line, or put the value in quotes to print it.",
    ),
    (
        "while scanning a block scalar",
        "The text after '|' or '>' must start on a new line, indented.",
        "Move it to the next line.",
    ),
    (
        "node content",
        "A value was expected here.",
        "Write the value, or put it in quotes.",
    ),
    (
        "<document start>",
        "The file's structure ends before this line.",
        "Line it up with the fields above it.",
    ),
)


def syntax_finding(known: Trouble) -> Finding:
    """One finding for whatever the parser raised; its own words only where there are no better ones."""
    for recognise in SLIPS:
        if found := recognise(known):
            return found
    for part, message, help_ in PLAIN_WORDS:
        if known.says(part):
            return slip(message, one_character(known.at), help_)
    return slip(
        f"This is not valid YAML ({known.words}).",
        one_character(known.at),
        "Compare the line with the ones around it.",
    )
