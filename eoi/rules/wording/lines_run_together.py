"""Lines of a text that are meant to stand below each other, and are printed as one paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.findings import Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import Passage

SPACES = r"[^\S\n]*"
CAPITAL = r"[^\W\d_a-z]"
# A paragraph whose first line has no stop at its end, and whose second begins with a capital as well. Most
# texts have none.
CAPITALS_BELOW = Expression(
    rf"\n{SPACES}\n{SPACES}(?P<paragraph>{CAPITAL}).*\n(?<=[\w\s]\n){SPACES}{CAPITAL}"
)
BLANK = Expression(rf"\n{SPACES}(?=\n|\Z)")
ABOVE = "\n\n"
# People break lines of prose at 72 characters or more. A long list is no prose whatever its length.
SHORT, LONG = 70, 100
MANY = 4
GOES_ON = frozenset((
    "a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "nhs", "nor", "of", "on", "or", "our",
    "the", "their", "through", "to", "with",
))  # fmt: skip
SHOWN = 60


def check(case: Case) -> Iterator[Problem]:
    for written in case.texts:
        if written.is_prose:
            for start, lines in list_paragraphs(written.text):
                if are_separate(lines):
                    yield Problem(
                        written.path,
                        f"These {len(lines)} lines are printed as one paragraph: {shorten(lines)} ...",
                        help="Begin each line with `- ` for a list, or leave a line blank between them.",
                        words=Passage(written.text, start, start + len("\n".join(lines))),
                    )


def list_paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines of each paragraph that can hold several things, and where they begin."""
    for match in CAPITALS_BELOW.finditer(ABOVE + text):
        start = match.start("paragraph") - len(ABOVE)
        end = BLANK.search(text, start)
        yield start, text[start : end.start() if end else len(text)].split("\n")


def are_separate(lines: list[str]) -> bool:
    """Tell whether each line begins anew, though the one above it has room left."""
    if not all(line.lstrip()[0].isupper() for line in lines):
        return False
    room = LONG if len(lines) >= MANY else SHORT
    first_words = [line.split()[0] for line in lines]
    return (
        any(word[1:] == word[1:].lower() for word in first_words[1:])
        and all(map(is_ended, lines[:-1]))
        and all(len(line) + len(word) < room for line, word in zip(lines, first_words[1:], strict=False))
    )


def is_ended(line: str) -> bool:
    """Tell whether a line can be an item of a list: no stop or word at its end leads on, nor a line break."""
    return line.rstrip()[-1].isalnum() and line[-2:] != "  " and line.split()[-1].lower() not in GOES_ON


def shorten(lines: list[str]) -> str:
    """Return the beginning of the lines as they are printed."""
    return " ".join(" ".join(lines).split())[:SHOWN].rpartition(" ")[0]


RULE = Rule(
    summary="Lines that stand below each other in a text are a list or paragraphs",
    why="A text is printed as in Markdown: a line goes on where the one above ends. Items of a list without "
    "bullets become one sentence that says nothing.",
    check=check,
    severity=Severity.ADVICE,
    certainty="arithmetic",
    source="what this program makes of a text",
    fails="""
benefits:
  quality: |
    Better access in the evening
    Fewer admissions
    More time with a GP
""",
    passes="""
benefits:
  quality: |
    - Better access in the evening
    - Fewer admissions
    - More time with a GP
""",
)
