"""Conditions and concerns of a supporting body that the rest of the file never mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from eoi.expressions import Expression
from eoi.findings import Several, Severity
from eoi.rules.rule import Case, Problem, Rule
from eoi.rules.shared.prose.words import quote_part
from eoi.source.nodes import Path

# Each is compared with every text, so a file with thousands of conditions would take too long.
MOST = 100
BESIDE = "Write `concern` and `answer` side by side, as `{concern: ..., answer: ...}`. Or: "
# Words that any part of a submission may hold, whatever it is about.
ANYWHERE = (
    "about|above|after|again|also|another|been|before|being|board|both|care|clinical|commissioning|"
    "commissioner|committee|could|council|each|ensure|england|every|expression|from|further|future|general|"
    "group|have|health|healthcare|interest|into|joint|local|made|make|more|most|must|need|needs|only|other|"
    "over|part|partners|plan|plans|primary|proposal|proposed|provide|provided|should|some|such|support|"
    "supports|than|that|their|them|then|there|these|they|this|those|through|under|until|very|well|wellbeing|"
    "were|what|when|where|which|will|with|within|work|working|would|your"
)
COMMON = frozenset(ANYWHERE.split("|"))
WORD = Expression(r"\b[a-z]{4,}")
STEM = 6
ENOUGH, SHARE = 2, 3


def check(case: Case) -> Iterator[Problem]:
    if not any(support.conditions or support.concerns for support in case.submission.support):
        return
    both = zip(case.texts, case.lowered, strict=True)
    said = OtherTexts([lowered for written, lowered in both if written.path[0] != "support"])
    for path, kind, point in islice(list_points(case), MOST):
        if not said.answer(list_particular_words(point.lower())):
            yield Problem(
                path,
                f"No other part of the file speaks of this {kind}.",
                help=f"{BESIDE if kind == 'concern' else ''}Answer it where it belongs, for example in "
                "`governance` or `resources`: what you do about it, or why not.",
                several=Several(
                    f"No other part of the file speaks of these {{number}} {kind}s: {{items}}.",
                    quote_part(point),
                ),
            )


def list_points(case: Case) -> Iterator[tuple[Path, str, str]]:
    """Yield the conditions, and the concerns that have no answer beside them."""
    for path, conditions in case.list_values("support[].conditions"):
        yield from (((*path, index), "condition", line) for index, line in enumerate(conditions))
    for path, concerns in case.list_values("support[].concerns"):
        for index, raised in enumerate(concerns):
            if raised.concern and not raised.answer:
                yield (*path, index), "concern", raised.concern


def list_particular_words(text: str) -> frozenset[str]:
    """Return the beginnings of the distinctive words of a text in lower case.

    With six letters of each, 'financial' and 'finances' agree.
    """
    return frozenset([word[:STEM] for word in set(WORD.findall(text)) - COMMON])


class OtherTexts:
    """Texts in lower case that may be about a matter.

    The words of a text are listed only if the text holds enough of the beginnings. Few do, and listing takes
    ten times as long as looking.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.words: dict[int, frozenset[str]] = {}

    def answer(self, matter: frozenset[str]) -> bool:
        """Tell whether a text shares two words with a matter, or one if the matter has few words.

        A matter without words counts as answered, since nobody can tell.
        """
        enough = min(ENOUGH, len(matter), max(1, len(matter) // SHARE))
        return any(
            len(matter & self.list_words(number)) >= enough
            for number, text in enumerate(self.texts)
            if sum(map(text.__contains__, matter)) >= enough
        )

    def list_words(self, number: int) -> frozenset[str]:
        if number not in self.words:
            self.words[number] = list_particular_words(self.texts[number])
        return self.words[number]


RULE = Rule(
    summary="Each condition or concern of a supporting body is answered",
    why="A board that supports a proposal with caution looks for its own points in the document. A point "
    "left without an answer turns support into opposition.",
    check=check,
    severity=Severity.ADVICE,
    certainty="seen",
    source="minutes of Southampton's and Bromley's Health and Wellbeing Boards",
    needs=(
        "support[].conditions[]",
        "support[].concerns[]",
    ),
    fails="""
governance:
  introduction: A committee will oversee the work.
support:
  - {body: Health and Wellbeing Board, conditions: Publish the financial implications every quarter}
""",
    passes="""
resources:
  funding: We will publish the financial effect each quarter.
support:
  - {body: Health and Wellbeing Board, conditions: Publish the financial implications every quarter}
""",
)
