"""Several CCGs as one applicant."""

from __future__ import annotations

from eoi.submission.kinds import TEXT
from eoi.submission.part import Part, ask


class Partnership(Part):
    """Several CCGs that apply together."""

    shorthand = "name"

    name = ask(TEXT, "What they call themselves together, such as Somewhere CCGs")
    lead = ask(TEXT, "Which of the CCGs leads the work")
    chair = ask(TEXT, "Who chairs the work, by role")
