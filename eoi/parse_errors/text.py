"""Errors of a file as a whole: its size, its encoding and its characters."""

from __future__ import annotations

from eoi.parse_errors import ParseError

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
