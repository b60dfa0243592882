"""The proposal: the reasons for it and against it, the arrangement with its phases, and when it starts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from eoi.expressions import Expression, WordList
from eoi.source.nodes import Path
from eoi.submission import MARKDOWN, TEXT
from eoi.submission.dates import DATE, DateRange
from eoi.submission.part import Part, ask, ask_several
from eoi.submission.quantities import make_count_kind
from eoi.submission.resources import Budget
from eoi.submission.scope import FORM, LEVEL, Option

if TYPE_CHECKING:
    from eoi.submission.model import Submission

HIGHEST = 5
# In registers a rating can have the word "points" behind it.
RATING = make_count_kind("point", "points")
# Words for the start of the arrangement itself: "Joint commissioning begins", "Go live", but not "Talks about
# delegation begin", nor a shadow form or pilot. Repetitions are limited, so that no text takes long.
ARTICLES = r"(?:the |our |full |formal ){0,3}"
SUBJECT = r"(?:delegat\w{1,6}|co-?commissioning|joint (?:commissioning|committee)|(?:new )?arrangements?)"
LINK = r"model|committee|commissioning|arrangements?|with|NHS|England|is|are|be|becomes?|will|fully|formally"
BEGINS = r"(?:starts?|begins?|commences?|go(?:es)? live|takes? effect|operational|in force|in place|live)"
LIVE = Expression(
    rf"{ARTICLES}{SUBJECT}(?: (?:{LINK})){{0,8}} {BEGINS}\b"
    rf"|(?:start|launch|commencement|beginning) of {ARTICLES}{SUBJECT}"
    r"|go(?:es)?[- ]live\b|fully (?:operational|delegated)\b",
    re.IGNORECASE,
    words="start|begin|commenc|launch|live|effect|operational|in force|in place|fully",
)
REHEARSAL = WordList("shadow|pilot|informal|existing|present|current|prepar*|plan*|develop*")


class Background(Part):
    """The introduction, in two numbered parts."""

    vision = ask(MARKDOWN, "What kind of commissioner is the CCG, and what does it want for its population?")
    structure = ask(MARKDOWN, "How is the CCG organised, and how will commissioning support change?")


class CcgsInvolved(Part):
    """The CCGs involved, and why they apply together or alone."""

    reasons = ask(MARKDOWN, "Why does the CCG apply alone, or with these others?")
    neighbours = ask(MARKDOWN, "How does this fit with neighbouring CCGs?")


class Benefits(Part):
    """The expected benefits, with one field for each aim of the invitation."""

    vision = ask(MARKDOWN, "What is the vision for primary care?")
    five_year_plan = ask(MARKDOWN, "How does the proposal fit with the five-year plan?")
    integration = ask(
        MARKDOWN, "How will it integrate general practice, community, mental health and social care?"
    )
    quality = ask(MARKDOWN, "How will it raise the quality of general practice?")
    involvement = ask(MARKDOWN, "How will it involve patients and the public?")
    inequalities = ask(MARKDOWN, "How will it reduce health inequalities?")


class Priority(Part):
    """A priority of the five-year plan that co-commissioning would help to deliver."""

    shorthand = "title"

    title = ask(TEXT, "The priority, as the five-year plan names it")
    opportunities = ask_several(TEXT, "What co-commissioning makes possible, one line each")
    outcomes = ask_several(TEXT, "What will be better as a result, one line each")
    measure = ask(TEXT, "How you will know: an indicator with its baseline and target")


class Risk(Part):
    """A risk, with its details for a register."""

    shorthand = "risk"
    by_line = True

    risk = ask(TEXT, "What could go wrong")
    cause = ask(TEXT, "What would bring it about")
    effect = ask(TEXT, "What would follow from it")
    likelihood = ask(RATING, "How likely it is, from 1, which is rare, to 5, which is almost certain")
    impact = ask(RATING, "How bad it would be, from 1, which is negligible, to 5, which is catastrophic")
    level = ask(LEVEL, "Or how much it weighs: high, medium or low")
    owner = ask(TEXT, "Who watches it, by role")
    mitigation = ask(TEXT, "What is done about it")


class Concern(Part):
    """A concern with its answer. The document prints them as a pair."""

    shorthand = "concern"
    # Positive remarks have the field `point`, so people often write it for concerns too.
    other_names: ClassVar = {"point": "concern"}
    by_line = True

    concern = ask(TEXT, "What worries them")
    level = ask(LEVEL, "How much it weighs: high, medium or low")
    answer = ask(TEXT, "What you answer")


class Phase(Part):
    """A phase of the arrangement, with the form that applies in it."""

    shorthand = "name"

    name = ask(TEXT, "What the phase is called")
    form = ask(FORM, "The form during this phase: influence, joint or delegated")
    start = ask(DATE, "When it starts")
    end = ask(DATE, "When it ends")
    description = ask(TEXT, "What happens in it")


class CarveOut(Part):
    """Work that stays elsewhere although its function is in scope."""

    shorthand = "what"

    what = ask(TEXT, "The work that is left out")
    stays_with = ask(TEXT, "Who does it")
    how = ask(TEXT, "Under what arrangement")


class Arrangement(Part):
    """The way in which co-commissioning would work."""

    overview = ask(MARKDOWN, "How would co-commissioning work day to day?")
    options = ask_several(Option, "Which forms were weighed, and why is this one preferred?")
    fallback = ask(FORM, "The form that would do if this one is refused")
    budget = ask(Budget, "Which budget would be managed, and how?")
    phases = ask_several(Phase, "Does the arrangement come in phases?", may_be_none=True)
    carve_outs = ask_several(CarveOut, "What is left out, and who does it?", may_be_none=True)
    future = ask(MARKDOWN, "How might the arrangement develop?")


class Milestone(Part):
    """A milestone: an event that the plan expects by a date."""

    milestone = ask(TEXT, "What will have happened")
    date = ask(DATE, "By when")
    note = ask(TEXT, "What it depends on")


def is_rehearsal(phase: Phase) -> bool:
    """Tell whether a phase is a shadow form or a pilot, and not yet the form applied for."""
    return REHEARSAL.is_in(f"{phase.name} {phase.description}")


def starts(submission: Submission) -> Iterator[tuple[Path, DateRange, str]]:
    """Yield each start of joint or delegated work: its path, the date, and the form."""
    for index, phase in enumerate(submission.phases):
        if phase.start and phase.form in ("joint", "delegated") and not is_rehearsal(phase):
            yield ("arrangement", "phases", index, "start"), phase.start, phase.form
    for index, milestone in enumerate(submission.timescales):
        words = milestone.milestone or ""
        if milestone.date and LIVE.match(words) and not REHEARSAL.is_in(words):
            yield ("timescales", index, "date"), milestone.date, submission.form
