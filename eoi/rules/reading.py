"""What stops a file from being read at all, under the names that findings use.

These are found by the stages before the rules; they are described here so that each can be explained.
"""

from __future__ import annotations

from dataclasses import dataclass

from eoi.findings import Severity


@dataclass(frozen=True, slots=True)
class Reading:
    name: str
    summary: str
    why: str
    weight: Severity = Severity.ERROR

    family = "reading"


@dataclass(frozen=True, slots=True)
class Refusal(Reading):
    """What stops `eoi build --final`, and nothing else."""

    family = "final"


REFUSALS = (
    Refusal(
        "final-of-a-draft",
        "A final is not made of a file that says `status: draft`",
        "A document that says Final on its cover and Draft below is believed in neither. A file that names "
        "no status can become final, and so can one that says withdrawn or declined, for the record.",
    ),
    Refusal(
        "part-not-answered",
        "A final has an answer, or the reason for its absence, in each part where something is to complete",
        "Nobody can sign what leaves out a part that was asked for. This counts for `eoi build --final` "
        "alone; a waiver with a reason is enough.",
    ),
)
READINGS = tuple(
    Reading(*row)
    for row in (
        (
            "file-too-large",
            "The file is at most 1 MiB",
            "A submission is text; a larger file is another file.",
        ),
        (
            "text-too-long",
            "A text is at most 50,000 characters, and a line of a list or table 5,000",
            "Some formats cannot hold more. All texts of a file together have a limit, too.",
        ),
        (
            "not-utf-8",
            "The file is saved as UTF-8",
            "In another encoding, pound signs and accents turn into other characters.",
        ),
        (
            "control-character",
            "No invisible characters",
            "They come with copied text, break Word and hide what a line says.",
        ),
        ("empty-file", "The file holds something", "An empty file passes for a submission nowhere."),
        (
            "not-a-submission",
            "The file is a list of fields",
            "It should begin with fields such as `round: 2014`.",
        ),
        (
            "yaml-syntax",
            "The file is valid YAML",
            "What was meant can only be guessed, and a guess is no answer.",
        ),
        (
            "not-checked",
            "All lines of the file can be read",
            "What an error makes unreadable is checked once it is put right.",
            Severity.WARNING,
        ),
        (
            "yaml-key",
            "A field's name is a single word",
            "A list, a group or a whole text cannot be the name of a field.",
        ),
        (
            "yaml-alias",
            "No value is repeated by `*name`",
            "Whoever reads the file should see each value where it counts.",
        ),
        (
            "yaml-anchor",
            "No value is named by `&name`",
            "Names are for repeating values, which a submission does not need.",
        ),
        (
            "yaml-tag",
            "No value has a type tag",
            "What a field means is for `eoi` to say; tags can make it mean something else.",
        ),
        (
            "yaml-merge",
            "No fields are merged by `<<`",
            "Whoever reads the file should see each field where it counts.",
        ),
        (
            "yaml-second-document",
            "The file holds one submission",
            "After `---` another begins, and it would be lost.",
        ),
        ("duplicate-key", "Each field is written once", "Of two fields with one name, one would be lost."),
        (
            "too-deep",
            "Lists and groups are at most 32 deep",
            "No field of a submission is; a bracket is astray.",
        ),
        (
            "too-many-values",
            "The file holds at most 20,000 values, and a list at most 500 items",
            "No submission does; check that it is the right file.",
        ),
        (
            "unknown-field",
            "Each field is one that `eoi` knows",
            "What stands in a misspelt field would be lost.",
        ),
        (
            "missing-field",
            "Round, form and one applicant's name are there",
            "Nothing can be built without them.",
        ),
        (
            "wrong-value",
            "Each value is of the kind its field takes",
            "A figure or date that cannot be read cannot be checked or added up.",
        ),
        ("unknown-round", "The round is one that `eoi` knows", "The round says what is asked."),
        (
            "form-not-asked",
            "The round asks for this form",
            "Some forms needed no application in some rounds.",
        ),
        (
            "swallowed-item",
            "Each list item begins on its own line with a dash",
            "A line without its dash would become part of the item above.",
        ),
        (
            "text-after-hash",
            "No text is lost behind a #",
            "YAML takes everything after a space and # for a comment, so `Priority #1 - care` would "
            "print as 'Priority'. `#1` and `# of` count something, so they are told wherever a value "
            "stands or could stand. `#word` and `# 1` are told after one space, and are comments after "
            "two. Where a text goes on below with a line that begins with `#1` or `#word`, that line is "
            "told. A # with a space and a word behind it is always a comment, as in `code: 11E # from "
            "the public list`, and so are other lines that begin with #, and `# eoi:`. Between "
            "quotation marks, and below a `|`, a # is printed like any other character.",
        ),
        (
            "unknown-function",
            "Each function's id is in the catalogue",
            "The id ties a row to the decisions and rules that concern it.",
        ),
        (
            "idle-ignore",
            "Each ignore comment sets something aside",
            "A comment without a reason does not count; one that sets nothing aside misleads.",
            Severity.WARNING,
        ),
    )
)
