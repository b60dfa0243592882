"""The parser's own complaints, in words for people who do not program."""

from __future__ import annotations

from eoi.findings import Finding
from eoi.source import layout, punctuation
from eoi.source.parser_error import ParserError, make_span_of_character, report_slip

# The first function that recognises the error reports it. Tabs come first, since they cause many complaints,
# and unclosed quotations come before lines that do not line up, since they cause those.
SLIPS = (
    layout.find_wrong_space,
    punctuation.find_special_character,
    punctuation.find_unclosed_quote,
    punctuation.find_unknown_escape,
    punctuation.find_unclosed_bracket,
    punctuation.find_stray_closing,
    punctuation.find_late_quote,
    punctuation.find_text_after_end,
    layout.find_missing_colon,
    layout.find_second_colon,
    layout.find_field_in_text,
    layout.find_three_dots,
    layout.find_indented_start,
    layout.find_misaligned_line,
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


def report_syntax(known: ParserError) -> Finding:
    """Make one finding for any error of the parser. Its own words are used only without better ones."""
    for recognise in SLIPS:
        if found := recognise(known):
            return found
    for part, message, help_ in PLAIN_WORDS:
        if known.says(part):
            return report_slip(message, make_span_of_character(known.at), help_)
    return report_slip(
        f"This is not valid YAML ({known.words}).",
        make_span_of_character(known.at),
        "Compare the line with the ones around it.",
    )
