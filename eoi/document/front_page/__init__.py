"""The first page: the request, the key facts, the proposal in brief, and questions to expect.

Everything on it comes from fields of the file or from findings. Nothing is invented.
"""

from __future__ import annotations

from eoi.document.front_page.in_brief import summarise_proposal, write_how_it_is_run
from eoi.document.front_page.key_facts import KeyFact, list_key_facts
from eoi.document.front_page.questions import Question, list_questions_to_expect
from eoi.examined import ExaminedSubmission
from eoi.frozen_value import FrozenValue


class FrontPage(FrozenValue):
    """The values that the template of the first page prints.

    `names_at` holds the paths of the applicants' names. `facts` holds the rows of a table with two facts in
    each row. `how_it_is_run` has one of the sentences in brief, for a paper that prints it in another place.
    """

    names_at: str
    facts: tuple[tuple[KeyFact, KeyFact], ...]
    how_it_is_run: str
    in_brief: tuple[str, ...]
    questions: tuple[Question, ...]


def make_front_page(examined: ExaminedSubmission, final: bool) -> FrontPage:
    """Gather the values of the first page.

    A final has no questions on it, since its reader is NHS England.
    """
    facts = list_key_facts(examined.submission)
    places = (f"applicants[{number}]" for number in range(len(examined.submission.applicants)))
    return FrontPage(
        " ".join(f"{place}.name {place}.code" for place in places),
        tuple(zip(facts[::2], facts[1::2], strict=False)),
        write_how_it_is_run(examined.submission, "the work"),
        tuple(summarise_proposal(examined.submission)),
        () if final or examined.submission.ended else list_questions_to_expect(examined),
    )
