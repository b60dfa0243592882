"""The start of joint or delegated work, as far as the phases and the milestones give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eoi.expressions import Expression
from eoi.source.nodes import Path
from eoi.submission.arrangement import Phase
from eoi.submission.dates import DateRange
from eoi.submission.model import Submission

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
REHEARSAL = Expression(
    r"\b(?:shadow|pilot|informal|existing|present|current|prepar\w+|plan\w*|develop\w*)\b",
    re.IGNORECASE,
    words="shadow|pilot|informal|existing|present|current|prepar|plan|develop",
)


def is_rehearsal(phase: Phase) -> bool:
    """Tell whether a phase is a shadow form or a pilot, and not yet the form applied for."""
    return bool(REHEARSAL.search(f"{phase.name} {phase.description}"))


def starts(submission: Submission) -> Iterator[tuple[Path, DateRange, str]]:
    """Yield each start of joint or delegated work: its path, the date, and the form."""
    for index, phase in enumerate(submission.phases):
        if phase.start and phase.form in ("joint", "delegated") and not is_rehearsal(phase):
            yield ("arrangement", "phases", index, "start"), phase.start, phase.form
    for index, milestone in enumerate(submission.timescales):
        words = milestone.milestone or ""
        if milestone.date and LIVE.match(words) and not REHEARSAL.search(words):
            yield ("timescales", index, "date"), milestone.date, submission.form
