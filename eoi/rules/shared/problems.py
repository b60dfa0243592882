"""Problems that several rules report alike, and sentences in which an applicant explains what they find odd.

The help of a rule names the field to explain it in. A sentence there counts if it speaks of the matter and
leaves nothing open, so that an answer about something else silences nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from eoi.expressions import Expression, WordList, Words
from eoi.findings import Severity
from eoi.rules.case import Case
from eoi.rules.rule import Problem
from eoi.rules.shared.prose import Sentence
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
HELP = "Correct one of the two."
STAKEHOLDERS = ("engagement", "stakeholders")


def mentions(words: Words, text: str) -> bool:
    """Tell whether a sentence or line, in lower case, has one of the words and leaves nothing open."""
    return settles(text, split_at_ends, words)


def settles(text: str, split: Callable[[str], Iterable[str]], *needed: Words) -> bool:
    """Tell whether a sentence, as `split` finds them, has words of each kind and leaves nothing open.

    A text without the words is not split.
    """
    return has_words(text, needed) and any(
        has_words(sentence, needed) and not leaves_open(sentence) for sentence in split(text)
    )


def has_words(text: str, needed: Iterable[Words]) -> bool:
    """Tell whether a text has words of each kind."""
    for words in needed:  # noqa: SIM110 - a generator for one or two kinds takes four times as long
        if not words.is_in(text):
            return False
    return True


def leaves_open(sentence: str) -> bool:
    """Tell whether a sentence leaves its subject undecided."""
    return OPEN.is_in(sentence)


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
    return settles((text or "").lower(), END.split, *needed)


def name_notes(path: Path) -> str:
    """Name the notes of the applicant that a path leads into, in words and as a path."""
    return f"the notes of {number_item(path[:2])}, `applicants[{path[1]}].notes`"


def report_contradiction(
    sentence: Sentence,
    message: str,
    field: Path,
    *,
    sure: bool = False,
    at: tuple[int, int] | None = None,
    label: str = "stated here",
    help: str = HELP,
) -> Problem:
    """Report a warning if `sure`, else a suggestion, since prose can be misread.

    `at` is the part of the sentence that contradicts the field, if it is not all of it.
    """
    return Problem(
        sentence.written.path,
        message,
        help=help,
        other=(field, label),
        severity=Severity.WARNING if sure else Severity.ADVICE,
        words=sentence.cut_passage(*at) if at else sentence.words,
    )


def report_gaps(case: Case, rule: str) -> Iterator[Problem]:
    """Report the missing answers of a rule. Each has the severity of its most severe gap."""
    for one in case.missing.get(rule, ()):
        wording, first = one.wording, one.gaps[0]
        also = tuple([(gap.path, gap.asks) for gap in one.gaps[1:]]) if len(one.gaps) > 1 else ()
        # There is neither a second place nor a part of a text.
        yield Problem(
            first.path, wording.message, wording.help, None, one.severity, None, wording.several, also
        )


def leaves_out(case: Case, words: Words) -> bool:
    """Tell whether a file names stakeholders, and no text on engagement or support names a body.

    Most name it as a stakeholder, so all the other texts are joined and looked through after these names.
    """
    engagement = case.submission.engagement
    if engagement is None or not engagement.stakeholders:
        return False
    for one in engagement.stakeholders:
        if one.name and mentions(words, one.name.lower()):
            return False
    return not mentions(words, case.engagement_texts)


def report_unasked(case: Case, words: Words, message: str, help: str) -> Iterator[Problem]:
    """Report a body that no text on engagement or support names, if the file names any stakeholders."""
    if leaves_out(case, words):
        yield Problem(STAKEHOLDERS, message, help=help)
