"""Errors in YAML: text that its parser cannot read, and features that no submission needs."""

from __future__ import annotations

from eoi.findings import Severity
from eoi.parse_errors import ParseError

MAX_DEPTH = 32
MAX_NODES = 20_000
# Items of one list. Rules compare every two items, which would take minutes in a longer list.
MAX_ITEMS = 500
# Characters of a field's name: YAML's own limit, which a question mark before the name would lift.
MAX_NAME = 1024

YAML_SYNTAX = ParseError(
    "yaml-syntax",
    "The file is valid YAML",
    "What was meant can only be guessed, and a guess is no answer.",
)

NOT_CHECKED = ParseError(
    "not-checked",
    "All lines of the file can be read",
    "What an error makes unreadable is checked once the error is fixed.",
    Severity.WARNING,
)
UNREAD_LINES = NOT_CHECKED.message(
    "Lines {first} to {last} could not be read, so nothing in them was checked.",
    "Fix the errors in them, and check again.",
)
NOT_COMPARED = NOT_CHECKED.message(
    "The answers were not compared with each other, nor with what the round asks.",
    "Fix the errors, and check again.",
    Severity.ADVICE,
)

YAML_KEY = ParseError(
    "yaml-key",
    "A field's name is a single word",
    "A list, a group or a whole text cannot be the name of a field.",
)
COMPOUND_KEY = YAML_KEY.message(
    "A field's name must be a single word.", "To print brackets, put the text in quotes."
)
LONG_KEY = YAML_KEY.message(
    f"A field's name has more than {MAX_NAME:,} characters here.",
    "To begin a text with a question mark, put it in quotes.",
)

YAML_ALIAS = ParseError(
    "yaml-alias",
    "No value is repeated by `*name`",
    "A reader of the file should see each value where it counts.",
)
ALIAS = YAML_ALIAS.message(
    "`*{name}` repeats a value from elsewhere; this file cannot do that.",
    "Write the value out here. To print an asterisk, put the text in quotes.",
)

YAML_ANCHOR = ParseError(
    "yaml-anchor",
    "No value is named by `&name`",
    "Names are for repeating values, which a submission does not need.",
)
ANCHOR = YAML_ANCHOR.message(
    "`&{name}` names a value to repeat; this file cannot do that.",
    "Delete it. To print an ampersand, put the text in quotes.",
)

YAML_TAG = ParseError(
    "yaml-tag",
    "No value has a type tag",
    "What a field means is for `eoi` to say; tags can make it mean something else.",
)
TAG = YAML_TAG.message(
    "`{name}` is a YAML type tag; this file has no use for one.",
    "Delete it. To print an exclamation mark first, put the text in quotes.",
)

YAML_MERGE = ParseError(
    "yaml-merge",
    "No fields are merged by `<<`",
    "A reader of the file should see each field where it counts.",
)
MERGE = YAML_MERGE.message(
    "`<<` merges fields from elsewhere; this file cannot do that.", "Write the fields out here."
)

YAML_SECOND_DOCUMENT = ParseError(
    "yaml-second-document",
    "The file holds one submission",
    "After `---` another begins, and it would be lost.",
)
SECOND_DOCUMENT = YAML_SECOND_DOCUMENT.message(
    "A second document begins here; a file holds one submission.",
    "Delete the line of three dashes, or move what follows to a file of its own.",
)

DUPLICATE_KEY = ParseError(
    "duplicate-key",
    "Each field is written once",
    "Of two fields with one name, one would be lost.",
)
KEY_TWICE = DUPLICATE_KEY.message(
    "`{name}` is written twice here, so one of the two would be lost.",
    "Keep one of them, or join their contents.",
)
KEY_OF_ANOTHER_ITEM = DUPLICATE_KEY.message(
    KEY_TWICE.message,
    "To begin another item of the list, put a dash before it; or else keep one of the two.",
)

TOO_DEEP = ParseError(
    "too-deep",
    f"Lists and groups are at most {MAX_DEPTH} deep",
    "No field of a submission is; a bracket is astray.",
)
DEEP_NESTING = TOO_DEEP.message(
    f"Lists and fields are nested more than {MAX_DEPTH} deep here.",
    "No field of a submission is; look for a stray bracket.",
)

TOO_MANY_VALUES = ParseError(
    "too-many-values",
    f"The file holds at most {MAX_NODES:,} values, and a list at most {MAX_ITEMS} items",
    "No submission does; check that it is the right file.",
)
MANY_VALUES = TOO_MANY_VALUES.message(
    f"The file holds more than {MAX_NODES:,} values.", "Check that this is the right file."
)
MANY_ITEMS = TOO_MANY_VALUES.message(
    f"This list holds more than {MAX_ITEMS} items.",
    "No list of a submission does; check that this is the right file.",
)

SWALLOWED_ITEM = ParseError(
    "swallowed-item",
    "Each list item begins on its own line with a dash",
    "A line without its dash would become part of the item above.",
)
ITEM_IN_TEXT = SWALLOWED_ITEM.message(
    "This line begins like a list item, but YAML reads it as part of the text above.",
    "Begin every item with a dash, all in line; for bullets in a text, write `|` after its colon.",
)
NO_FIRST_DASH = SWALLOWED_ITEM.message(
    "A list goes on below this line, which has no dash, so YAML reads all of it as one text.",
    ITEM_IN_TEXT.help,
)
ANOTHER_MARK = SWALLOWED_ITEM.message(
    "This is {mark}, not a hyphen, so YAML reads the whole list as one text.",
    "Type a hyphen (-) and a space before each item; for bullets in a text, write `|` after its colon.",
)

FIELD_WITHOUT_COLON = SWALLOWED_ITEM.message(
    "The colon is missing behind `{name}`, so YAML reads the list below it as one text.",
    "Write `{name}:`.",
)

SWALLOWED_FIELD = ParseError(
    "swallowed-field",
    "No field stands in the text above it",
    "A field that is indented like the text above it would be printed as a part of that text. So a line of a "
    "text that is only the name of a field beside it, in small letters, is reported if a bar is behind it or "
    "if the line below it is indented further.",
)
FIELD_IN_TEXT = SWALLOWED_FIELD.message(
    "`{name}` is a field, but here it is a line of the text of `{field}`.",
    "Begin it {where}. If it is a part of the text, write it with a capital letter.",
)

TEXT_AFTER_HASH = ParseError(
    "text-after-hash",
    "No text is lost behind a #",
    "YAML takes everything after a space and # for a comment, so `Priority #1 - care` would print as "
    "'Priority'. `#1` and `# of` count something, so they are reported wherever a value is or could be. "
    "`#word` and `# 1` are reported after one space, and are comments after two. Where a text continues with "
    "a line that begins with `#1` or `#word`, that line is reported. A # with a space and a word behind it "
    "is always a comment, as in `code: 11E # from the public list`, and so are lines that begin with #, "
    "and `# eoi:`. Between quotation marks, and below a `|`, a # is printed like any other character.",
)
LOST_WORDS = TEXT_AFTER_HASH.message(
    "YAML takes everything after a ` #` for a comment, so these words would be lost: '{words}'.",
    "{remedy} For a note of your own, write two spaces, # and a space.",
)
