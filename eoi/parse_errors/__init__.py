"""The errors that stop a file from being read in one table: name, message, help and page of each.

The stages before the rules find them. A new error is one entry: its name and page, and then each message with
its help, in the module of the stage that finds it. Those of a file as a whole are at the end of this one.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from eoi.findings import START, Finding, LabelledPlace, Severity, Span
from eoi.frozen_value import FrozenValue

STAGES = ("yaml", "values")
"""The modules whose entries stop a file from being read, in the order in which their stages run.

Before them come the errors of a file as a whole, which are entries of this module.
"""


class ParseError(FrozenValue):
    """An error that stops a file from being read: its name in findings, and its page for `eoi explain`."""

    name: str
    summary: str
    why: str
    weight: Severity = Severity.ERROR
    family: str = "reading"

    def message(self, message: str, help: str, weight: Severity | None = None) -> ParseMessage:
        """Add a message for this error. `{name}` in it or in its help is replaced by a word of the file."""
        return ParseMessage(self, message, help, weight or self.weight)


class ParseMessage(FrozenValue):
    """One of the ways in which an error occurs, with its message and its advice."""

    error: ParseError
    message: str
    help: str
    weight: Severity

    def at(
        self,
        span: Span | None = None,
        *,
        path: str = "",
        related: LabelledPlace | None = None,
        **words: object,
    ) -> Finding:
        """Make the finding for a place. Without a span it is about the whole file."""
        message, help_ = self.message.format(**words), self.help.format(**words)
        return Finding(self.error.name, self.weight, message, span or START, help_, path, related)


def list_parse_errors() -> tuple[ParseError, ...]:
    """List every error that stops a file from being read, in the order of the table."""
    return (
        *list_entries_among(globals()),
        *(entry for stage in STAGES for entry in list_entries_of_stage(stage)),
    )


def list_final_errors() -> tuple[ParseError, ...]:
    """List the errors that stop only `eoi build --final`."""
    return list_entries_of_stage("final")


def list_entries_of_stage(stage: str) -> tuple[ParseError, ...]:
    """List the entries of a module in their order."""
    return list_entries_among(vars(import_module(f"{__name__}.{stage}")))


def list_entries_among(names: dict[str, Any]) -> tuple[ParseError, ...]:
    """List the entries among the names of a module in their order."""
    return tuple(entry for entry in names.values() if isinstance(entry, ParseError))


# The errors of a file as a whole: its size, its encoding and its characters.
MAX_BYTES = 1024 * 1024
MAX_TEXT = 50_000  # characters of one text

NAME_THE_FILE = "Name the YAML file that the document is made from; `eoi new` writes one to fill in."
SAVE_AGAIN = "Save the file again as UTF-8 (in Notepad: Save as, Encoding, UTF-8)."
START_ONE = "Start one with `eoi new FILE`."

FILE_TOO_LARGE = ParseError(
    "file-too-large",
    "The file is at most 1 MiB",
    "A submission is text; a larger file is another file.",
)
LARGE_FILE = FILE_TOO_LARGE.message(
    f"The file is larger than 1 MiB ({MAX_BYTES:,} bytes).",
    "A submission is text; check that this is the right file.",
)

TEXT_TOO_LONG = ParseError(
    "text-too-long",
    f"A text is at most {MAX_TEXT:,} characters, and a line of a list or table 5,000",
    "Some formats cannot hold more. All texts of a file together have a limit, too.",
)
LONG_TEXT = TEXT_TOO_LONG.message(
    f"This text has {{length:,}} characters, and a text may have {MAX_TEXT:,}.",
    "Shorten it, or put a part of it in a paper of its own and link to that.",
)
LONG_TEXTS = TEXT_TOO_LONG.message(
    "The texts of the file, down to this one, have more than {limit:,} {what}.",
    "Shorten them. No submission is so long: check that this is the right file.",
)

NOT_UTF_8 = ParseError(
    "not-utf-8",
    "The file is saved as UTF-8",
    "In another encoding, pound signs and accents turn into other characters.",
)
OTHER_FILE = NOT_UTF_8.message("This is {kind}, and not a text file.", NAME_THE_FILE)
UTF_16 = NOT_UTF_8.message("The file is saved as UTF-16.", SAVE_AGAIN)
UTF_32 = NOT_UTF_8.message("The file is saved as UTF-32.", SAVE_AGAIN)
OTHER_ENCODING = NOT_UTF_8.message(
    "The file is not UTF-8: byte 0x{byte:02X} here means nothing{guess}.", SAVE_AGAIN
)

CONTROL_CHARACTER = ParseError(
    "control-character",
    "No invisible characters",
    "They come with copied text, break Word and hide what a line says.",
)
INVISIBLE_CHARACTER = CONTROL_CHARACTER.message(
    "There is an invisible character here (U+{code:04X}).",
    "Delete it, or type the line again; such characters come with text copied from elsewhere.",
)
INVISIBLE_ESCAPE = CONTROL_CHARACTER.message(
    "This text holds an invisible character (U+{code:04X}).",
    "Delete the backslash code that makes it, or use single quotes.",
)
LOST_LETTER = CONTROL_CHARACTER.message(
    "In double quotes `{code}` is {meaning}, so the letter would be lost.",
    "Use single quotes, or write the backslash twice.",
)

EMPTY_FILE = ParseError(
    "empty-file",
    "The file holds something",
    "An empty file passes for a submission nowhere.",
)
NO_TEXT = EMPTY_FILE.message("The file is empty.", START_ONE)
NO_ANSWERS = EMPTY_FILE.message("The file holds no answers yet.", START_ONE)

NOT_A_SUBMISSION = ParseError(
    "not-a-submission",
    "The file is a list of fields",
    "It should begin with fields such as `round: 2014`.",
)
NO_FIELDS = NOT_A_SUBMISSION.message(
    "This is not a submission: it should begin with fields such as `round: 2014`.", START_ONE
)
