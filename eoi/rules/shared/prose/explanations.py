"""Sentences in which an applicant explains what a rule would find odd.

The help of such a rule names the field to say it in. A sentence there counts if it speaks of the matter and
leaves nothing open, so that an answer about something else silences nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
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
IN_WORD = Expression(r"\w")
ENDS = (". ", "! ", "? ", "\n", "; ")
END = Expression(r"(?<=[.;!?])\s+|\n\s*\n|\n\s*[-*•]\s")
# People explain why two figures differ with these words, in any rule.
REASON = Expression(
    r"\b(?:because|since|due to|owing to|as a result|reason|explain\w*|reflect\w*|differ\w*|chang\w+|"
    r"boundar\w+|merg\w+|clos\w+|opened|joined|left|moved?|includ\w*|exclud\w*|count\w*|"
    r"students?|commut\w*|border\w*)\b"
)


def mentions(words: Expression, text: str) -> bool:
    r"""Tell whether a sentence or line of a text in lower case has one of the words and leaves nothing open.

    Each of the words begins as a word does. A pattern that begins with `\b`, or that takes capitals as well,
    is five times slower.
    """
    return any(not leaves_open(sentence) for sentence in find_sentences_with(words, text))


def leaves_open(sentence: str) -> bool:
    """Tell whether a sentence leaves its subject undecided."""
    return OPEN.search(sentence) is not None


def find_sentences_with(words: Expression, text: str) -> Iterator[str]:
    """Yield the sentences and lines of a text that hold the words."""
    for match in words.finditer(text):
        if match.start() and IN_WORD.match(text, match.start() - 1):
            continue
        start = max(text.rfind(end, 0, match.start()) for end in ENDS)
        ends = [at for end in ENDS if (at := text.find(end, match.end())) >= 0]
        yield text[start + 1 : min(ends, default=len(text))]


def is_said_in(case: Case, field: str, *needed: Expression) -> bool:
    """Tell whether a sentence of a field says what is needed. `field` can be a pattern such as `a[].b`."""
    return any(has_sentence_with(value, *needed) for _, value in case.list_values(field))


def is_said_in_notes(case: Case, path: Path, *needed: Expression) -> bool:
    """Tell whether the notes of the applicant that a path leads into say what is needed."""
    return has_sentence_with(case.submission.applicants[int(path[1])].notes, *needed)


def has_sentence_with(text: str | None, *needed: Expression) -> bool:
    """Tell whether one sentence of a text matches each expression, in lower case, and leaves nothing open."""
    return any(
        all(words.search(sentence) for words in needed) and not leaves_open(sentence)
        for sentence in END.split((text or "").lower())
    )


def name_notes(path: Path) -> str:
    """Name the notes of the applicant that a path leads into, in words and as a path."""
    return f"the notes of {number_item(path[:2])}, `applicants[{path[1]}].notes`"
