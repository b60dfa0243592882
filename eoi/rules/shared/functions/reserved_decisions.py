"""Decisions that a board keeps for itself, each with the row of the scope table on the same function."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression, WordList
from eoi.frozen_value import FrozenValue
from eoi.rules.case import Case, work_out_once
from eoi.rules.shared.functions import Row, list_rows
from eoi.rules.shared.functions.topics import find_topics, find_topics_of_row, look_up_topics
from eoi.rules.shared.prose.words import find_subject, quote_part, reduce_to_words
from eoi.source.nodes import Path
from eoi.submission.governance import ReservedDecision

NHS_ENGLAND = WordList("nhs england|nhse|area team")
BOARD = WordList("board|boards|governing body|governing bodies")
SEVERAL = Expression(
    r"\b(?:boards|governing bodies|CCGs|members)$", re.IGNORECASE, words="boards|bodies|ccgs|members"
)
# These words name the cases in which a decision is kept.
SOME_CASES = WordList(
    "above|over|exceeding|more than|worth|value|valued|major|large|significant|contentious|disputed|novel|"
    "where|if|when"
)
# `All` and `every payment` name no cases: the decision is always kept.
EVERY_CASE = Expression(
    r"(?:in )?(?:all|any|every|each|none|nil|no (?:threshold|limit))(?: (?:of (?:them|these)|cases?|"
    r"decisions?|payments?|values?|amounts?|sums?|matters?|applications?|contracts?|such))?[.\s]*",
    re.IGNORECASE,
    words="all|any|every|each|none|nil|no ",
)
COMMON_NOUN = Expression(r"(?:CCGs?|Boards?|Governing|Joint|Area)\b")


class KeptDecision(FrozenValue):
    """A decision that a board keeps, and the row of the scope table on the same function."""

    path: Path
    decision: ReservedDecision
    row: Row

    @property
    def keeper(self) -> str:
        body = self.decision.body or "a board"
        return f"the {body}" if COMMON_NOUN.match(body) else body

    @property
    def said(self) -> str:
        """Return the beginning of a sentence that says who keeps which decision."""
        what = quote_part(self.decision.decision or self.row.name)
        keep = "keep" if SEVERAL.search(self.keeper) else "keeps"
        return f"{self.keeper[0].upper()}{self.keeper[1:]} {keep} {what}"

    @property
    def is_kept_by_nhs_england(self) -> bool:
        return NHS_ENGLAND.is_in(self.keeper)

    @property
    def is_kept_by_a_board(self) -> bool:
        """Tell whether a board or NHS England keeps a decision.

        A group that keeps one may be the group named in the row.
        """
        return self.is_kept_by_nhs_england or BOARD.is_in(self.keeper)

    @property
    def threshold(self) -> str | None:
        """Return the value or the cases from which the decision is kept, or None if it always is."""
        return find_threshold(self.decision)

    @property
    def is_explained(self) -> bool:
        """Tell whether the row itself names the body that keeps the decision."""
        texts = f"{self.row.function.comment or ''} {self.row.function.forum or ''}"
        if self.decision.body and reduce_to_words(self.decision.body) in reduce_to_words(texts):
            return True
        return not self.is_kept_by_nhs_england and BOARD.is_in(texts)


def find_threshold(decision: ReservedDecision) -> str | None:
    """Return the value or the cases in which a decision is kept, or None if it always is."""
    words = decision.decision or ""
    if decision.threshold and not EVERY_CASE.fullmatch(decision.threshold.strip()):
        return decision.threshold
    names_cases = SOME_CASES.is_in(words) or any(map(str.isdigit, words))
    return words if names_cases else None


@work_out_once
def list_kept_decisions(case: Case) -> tuple[KeptDecision, ...]:
    """Return the decisions that a board keeps, computed once for all rules."""
    return tuple(find_kept_decisions(case))


def find_kept_decisions(case: Case) -> Iterator[KeptDecision]:
    """Yield the decisions that a board keeps, one for each function.

    A decision that the row itself explains is left out.
    """
    governance = case.submission.governance
    offered = list(list_rows(case)) if governance and governance.reserved_decisions else []
    seen = set()
    for index, decision in enumerate(governance.reserved_decisions if governance else ()):
        for row in offered:
            if row.path in seen or not belongs_to(decision, row):
                continue
            kept = KeptDecision(("governance", "reserved_decisions", index, "decision"), decision, row)
            if kept.is_kept_by_a_board and not kept.is_explained:
                seen.add(row.path)
                yield kept


def belongs_to(decision: ReservedDecision, row: Row) -> bool:
    """Tell whether a decision belongs to a row: by id, or by the words if one of them has no id."""
    if decision.id and row.function.id:
        return decision.id == row.function.id
    words = decision.decision or ""
    about = find_subject(words)
    if len(about) > 1 and about == find_subject(row.name):
        return True
    return bool((look_up_topics(decision.id) or find_topics(words)) & find_topics_of_row(row))
