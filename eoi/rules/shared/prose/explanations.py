"""Sentences in which an applicant explains what a rule would find odd.

The help of such a rule names the field to say it in. A sentence there counts if it speaks of the matter and
leaves nothing open, so that an answer about something else silences nothing.
"""

from __future__ import annotations

from eoi.expressions import Expression, WordList, Words
from eoi.rules.case import Case
from eoi.source.nodes import Path
from eoi.source.paths import number_item

OPEN = Expression(
    r"\bwhether\b|\b(?:not|never) (?:yet )?(?:been )?(?:agreed|decided|settled|certain|clear|known)\b"
    r"|\bstill (?:open|unclear|undecided|unknown|not|being|to be|under discussion|in discussion)\b"
    r"|\b(?:yet|remains?|needs?) to be \w+|\bto be (?:agreed|decided|confirmed|settled|determined)\b"
    r"|\bundecided\b|\bnot yet\b",
    words="whether|not|never|still|to be|undecided",
)
ENDS = (". ", "! ", "? ", "; ")
END = Expression(r"(?<=[.;!?])\s+|\n\s*\n|\n\s*[-*•]\s")
# People explain why two figures differ with these words, in any rule.
REASON = WordList(
    "because|since|due to|owing to|as a result|reason|explain*|reflect*|differ*|chang*|boundar*|"
    "merg*|clos*|opened|joined|left|move|moved|includ*|exclud*|count*|student|students|commut*|"
    "border*"
)


def mentions(words: Words, text: str) -> bool:
    """Tell whether a sentence or line, in lower case, has one of the words and leaves nothing open."""
    return bool(words.is_in(text)) and any(
        words.is_in(sentence) and not leaves_open(sentence) for sentence in split_at_ends(text)
    )


def leaves_open(sentence: str) -> bool:
    """Tell whether a sentence leaves its subject undecided."""
    return OPEN.search(sentence) is not None


def split_at_ends(text: str) -> list[str]:
    """Return the sentences of a text, those of each line by themselves."""
    for end in ENDS:
        text = text.replace(end, "\n")
    return text.split("\n")


def is_said_in(case: Case, field: str, *needed: Words) -> bool:
    """Tell whether a sentence of a field says what is needed. `field` can be a pattern such as `a[].b`."""
    return any(has_sentence_with(value, *needed) for _, value in case.list_values(field))


def is_said_in_notes(case: Case, path: Path, *needed: Words) -> bool:
    """Tell whether the notes of the applicant that a path leads into say what is needed."""
    return has_sentence_with(case.submission.applicants[int(path[1])].notes, *needed)


def has_sentence_with(text: str | None, *needed: Words) -> bool:
    """Tell whether one sentence of a text has words of each kind, in lower case, and leaves nothing open."""
    whole = (text or "").lower()
    if not all(words.is_in(whole) for words in needed):
        return False
    return any(
        all(words.is_in(sentence) for words in needed) and not leaves_open(sentence)
        for sentence in END.split(whole)
    )


def name_notes(path: Path) -> str:
    """Name the notes of the applicant that a path leads into, in words and as a path."""
    return f"the notes of {number_item(path[:2])}, `applicants[{path[1]}].notes`"
